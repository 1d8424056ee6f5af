package io.dorsal.dashboard.core.worklist;

import io.dorsal.dashboard.core.Listed;
import io.dorsal.dashboard.core.coverage.TimeLeft;
import io.dorsal.dashboard.core.worklist.Worklist.Item;
import io.dorsal.dashboard.core.worklist.Worklist.Slice;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of the worklist, parted by the time left; the order within is the service's. */
public record WorklistPage(List<Part> parts) {

    /** How little time is left for the most urgent line of a trial; in the order of the page. */
    public enum Urgency {
        TODAY("Within 24 hours", "What is missed here can no longer be collected afterwards."),
        LATER("Later", "There is a time until which it can be collected, and it is more than 24 hours away."),
        OPEN("Without a fixed time", "To be there before the lead is placed or comes out, or before the implant."),
        OVER("Nothing left to collect", "Too late, or a criterion is not met whatever else is supplied.");

        private final String heading;
        private final String meaning;

        Urgency(String heading, String meaning) {
            this.heading = heading;
            this.meaning = meaning;
        }

        static Urgency of(Item item, Instant now) {
            if (item.missing().isEmpty()) {
                return OVER;
            }
            Missing first = item.missing().getFirst();
            return of(new TimeLeft(first.limit(), first.until(), now));
        }

        private static Urgency of(TimeLeft first) {
            return switch (first.limit()) {
                case UNTIL -> first.isSoon() ? TODAY : LATER;
                case PLACEMENT, LEAD_REMOVAL, BEFORE_IMPLANT, NO_LIMIT -> OPEN;
                case TOO_LATE -> OVER;
            };
        }
    }

    /** Trials with as much time left. */
    public record Part(Urgency urgency, List<Entry> entries) {
        public String heading() {
            return urgency.heading;
        }

        public String meaning() {
            return urgency.meaning;
        }

        public boolean isToday() {
            return urgency == Urgency.TODAY;
        }
    }

    /** @param known what the list of trials knows of one */
    public static WorklistPage of(Slice slice, Function<TrialId, @Nullable Listed> known, Instant now) {
        Map<Urgency, List<Entry>> parts = new EnumMap<>(Urgency.class);
        slice.items()
                .forEach(item -> parts.computeIfAbsent(Urgency.of(item, now), urgency -> new ArrayList<>())
                        .add(Entry.of(item, known.apply(item.trial()), now)));
        return new WorklistPage(parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), List.copyOf(part.getValue())))
                .toList());
    }

    /** What is read out when the page has changed by itself. */
    public String summary() {
        int today = parts.stream()
                .filter(Part::isToday)
                .mapToInt(part -> part.entries().size())
                .sum();
        int all = parts.stream().mapToInt(part -> part.entries().size()).sum();
        return "%d %s on this page, %d within 24 hours".formatted(all, all == 1 ? "trial" : "trials", today);
    }
}

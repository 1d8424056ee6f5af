package io.dorsal.responder.core;

import io.dorsal.model.Span;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.StimulationChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a boot's {@code stimulation.changed} events tell about the time between them. A state holds until the next
 * change, or until the boot's last event, if no sequence number in between is missing: a missing one might be a change.
 * After the last event of a boot nothing is known.
 *
 * <p>What is dated after the as-of instant has not happened yet: it closes no state, and its number is missing still.
 */
final class ChangeLog {
    private final AssignedBoot boot;
    private final NavigableSet<Long> later = new TreeSet<>();
    private final List<UsageSpans> known = new ArrayList<>();
    /** The current state's stretches so far; they count once the state is known to have held. */
    private final List<Span> pending = new ArrayList<>();

    private @Nullable StimulationChanged state;
    private long stateSeq;
    private Instant since = Instant.MIN;

    private ChangeLog(AssignedBoot boot) {
        this.boot = boot;
    }

    static List<UsageSpans> of(AssignedBoot boot) {
        return new ChangeLog(boot).read();
    }

    private List<UsageSpans> read() {
        events().filter(this::isLater).forEach(event -> later.add(event.seq()));
        boot.facts().kept().stream()
                .filter(event -> !later.contains(event.seq()))
                .forEach(this::read);
        events().filter(event -> !later.contains(event.seq()))
                .filter(boot::hasTime)
                .max(Comparator.comparingLong(ClockSample::seq))
                .ifPresent(last -> close(last.seq(), boot.dated(last).at()));
        return known;
    }

    /** As far as they are remembered: of those not kept, the last of each minute. */
    private Stream<ClockSample> events() {
        return Stream.concat(
                boot.facts().clockSamples().stream(),
                boot.facts().kept().stream().map(KeptEvent::clockSample));
    }

    private boolean isLater(ClockSample event) {
        return boot.dated(event).at().isAfter(boot.asOf());
    }

    private void read(KeptEvent event) {
        if (event.what() instanceof StimulationChanged change) {
            read(event, change);
        } else if (event.what() instanceof ClockAdjusted set) {
            read(event, set);
        }
    }

    private void read(KeptEvent event, StimulationChanged change) {
        if (!boot.hasTime(event)) {
            forget();
            return;
        }
        Instant at = boot.dated(event).at();
        close(event.seq(), at);
        state = change;
        stateSeq = event.seq();
        since = at;
    }

    private void read(KeptEvent event, ClockAdjusted set) {
        DeviceClock old = boot.clocks().before(event.seq());
        DeviceClock now = boot.clocks().after(event.seq());
        if (!old.isBelievable(set.before(), event.receivedAt()) || !now.isBelievable(set.after(), event.receivedAt())) {
            forget();
            return;
        }
        // The stretch goes on, but its clock does not: one piece on the old time, one on the new.
        hold(old.corrected(set.before(), event.receivedAt()));
        since = now.corrected(set.after(), event.receivedAt());
    }

    private void close(long seq, Instant at) {
        hold(at);
        if (state != null && isWhole(seq)) {
            known.add(new UsageSpans(state.on(), state.on() ? state.program() : null, new TimeSpans(pending)));
        }
        forget();
    }

    private boolean isWhole(long seq) {
        return boot.facts().received().containsAll(stateSeq, seq)
                && later.subSet(stateSeq, seq).isEmpty();
    }

    private void hold(Instant until) {
        if (state != null && since.isBefore(until)) {
            pending.add(new Span(since, until));
        }
    }

    /** Nobody knows when the state ended. */
    private void forget() {
        pending.clear();
        state = null;
    }
}

package io.dorsal.dashboard.core.coverage;

import io.dorsal.dashboard.core.Times;
import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.Supplier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is missing and can be supplied until the same time, in the trial's zone.
 *
 * @param left how long that is from now; empty where the time is not known
 * @param isSoon within {@link TimeLeft#SOON}
 */
public record MissingLines(String until, String left, boolean isSoon, List<Line> lines) {
    private static final int DATES_NAMED_MAX = 4;

    /**
     * @param what in a few words
     * @param need what exactly; empty where {@code what} says it all
     * @param criteria which wait for it; empty for a diary day of a figure that is known already
     * @param withIt what the determination would be with this one line
     * @param changes whether that is another result than now
     */
    public record Line(String what, String need, String supplier, String criteria, String withIt, boolean changes) {}

    /** When lines end; those of one deadline stand together. */
    private record Deadline(CollectionLimit limit, @Nullable Instant until) {}

    /** Diary days that differ in nothing but the date are one line. */
    private record DiaryDays(Supplier supplier, List<String> criteria, CoverageResult withIt) {}

    /** In the order in which they came: least time left first. */
    public static List<MissingLines> of(
            List<Missing> missing, @Nullable CoverageResult result, ZoneId zone, Instant now) {
        Map<Deadline, List<Missing>> byDeadline = missing.stream()
                .collect(Collectors.groupingBy(
                        one -> new Deadline(one.limit(), one.until()), LinkedHashMap::new, Collectors.toList()));
        return byDeadline.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), result, zone, now))
                .toList();
    }

    private static MissingLines of(
            Deadline deadline, List<Missing> missing, @Nullable CoverageResult result, ZoneId zone, Instant now) {
        TimeLeft left = new TimeLeft(deadline.limit(), deadline.until(), now);
        return new MissingLines(left.until(zone), left.inWords(), left.isSoon(), lines(missing, result));
    }

    private static List<Line> lines(List<Missing> missing, @Nullable CoverageResult result) {
        Map<DiaryDays, List<Missing>> diary = missing.stream()
                .filter(one -> one.date() != null)
                .collect(Collectors.groupingBy(
                        day -> new DiaryDays(day.supplier(), day.criteria(), day.withIt()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Stream<Line> days = diary.values().stream().map(alike -> line(days(alike), "", alike.getFirst(), result));
        Stream<Line> others = missing.stream()
                .filter(one -> one.date() == null)
                .map(one -> line(CoverageWords.name(one.what()), CoverageWords.sentence(one.need()), one, result));
        return Stream.concat(days, others).toList();
    }

    private static String days(List<Missing> alike) {
        List<LocalDate> dates = alike.stream()
                .map(Missing::date)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        String named =
                dates.stream().limit(DATES_NAMED_MAX).map(Times::shortDate).collect(Collectors.joining(", "));
        int more = dates.size() - DATES_NAMED_MAX;
        return "Pain diary of " + named + (more > 0 ? " and %d more days".formatted(more) : "");
    }

    private static Line line(String what, String need, Missing one, @Nullable CoverageResult result) {
        boolean changes = one.withIt() != result;
        String outcome = CoverageWords.result(one.withIt());
        return new Line(
                what,
                need,
                CoverageWords.supplier(one.supplier()),
                String.join(", ", one.criteria()),
                changes ? outcome : "still " + CoverageWords.lowerFirst(outcome),
                changes);
    }
}

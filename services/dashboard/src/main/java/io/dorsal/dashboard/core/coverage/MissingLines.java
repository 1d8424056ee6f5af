package io.dorsal.dashboard.core.coverage;

import io.dorsal.dashboard.core.Times;
import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.Supplier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
     * @param criteria which wait for it; empty for a diary day of a figure that is known already
     * @param withIt what the determination would be with this one line
     * @param changes whether that is another result than now
     */
    public record Line(String need, String supplier, String criteria, String withIt, boolean changes) {}

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
        List<Line> lines = new ArrayList<>();
        Map<DiaryDays, List<LocalDate>> diary = new LinkedHashMap<>();
        for (Missing one : missing) {
            LocalDate date = one.date();
            if (date != null) {
                diary.computeIfAbsent(
                                new DiaryDays(one.supplier(), one.criteria(), one.withIt()), days -> new ArrayList<>())
                        .add(date);
            } else {
                lines.add(line(one.need(), one.supplier(), one.criteria(), one.withIt(), result));
            }
        }
        List<Line> days = diary.entrySet().stream()
                .map(entry -> line(
                        days(entry.getValue()),
                        entry.getKey().supplier(),
                        entry.getKey().criteria(),
                        entry.getKey().withIt(),
                        result))
                .toList();
        lines.addAll(0, days);
        return List.copyOf(lines);
    }

    private static String days(List<LocalDate> dates) {
        List<LocalDate> sorted = dates.stream().sorted().toList();
        String named =
                sorted.stream().limit(DATES_NAMED_MAX).map(Times::shortDate).collect(Collectors.joining(", "));
        int more = sorted.size() - DATES_NAMED_MAX;
        return "Pain diary of " + named + (more > 0 ? " and %d more days".formatted(more) : "");
    }

    private static Line line(
            String need,
            Supplier supplier,
            List<String> criteria,
            CoverageResult withIt,
            @Nullable CoverageResult result) {
        boolean changes = withIt != result;
        String outcome = CoverageWords.result(withIt);
        return new Line(
                CoverageWords.upperFirst(need),
                CoverageWords.supplier(supplier),
                String.join(", ", criteria),
                changes ? outcome : "still " + CoverageWords.lowerFirst(outcome),
                changes);
    }
}

package io.dorsal.standalone.simulate.core;

import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.Delivery.TrialWritten;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What clinic and patient have stated of a trial by some instant: what {@link TrialScript} brings, without the stimulator,
 * whose days cost many times as much to draw.
 *
 * @param document the latest version; null while there is none
 * @param reports in the order in which they were filed
 */
public record StatedSoFar(@Nullable Trial document, List<PatientReport> reports) {
    public static StatedSoFar of(TrialPlan plan, Instant until) {
        TrialCourse course = plan.course();
        Trial document = course.documents().stream()
                .filter(written -> !written.due().isAfter(until))
                .map(TrialWritten::document)
                .reduce(null, (one, later) -> later);
        List<PatientReport> reports = Stream.concat(diary(plan), plan.extra().stream())
                .filter(filed -> !filed.due().isAfter(until))
                .sorted(Comparator.comparing(ReportsFiled::due))
                .flatMap(filed -> filed.reports().stream())
                .toList();
        return new StatedSoFar(document, reports);
    }

    private static Stream<ReportsFiled> diary(TrialPlan plan) {
        LocalDate placement = plan.course().placementDate();
        LocalDate last = plan.course().days().dateOf(plan.course().removalAt());
        return placement
                .plusDays(TrialScript.DIARY_STARTS_DAY)
                .datesUntil(last.plusDays(1))
                .flatMap(date -> new DayOfPatient(plan, date, (int) ChronoUnit.DAYS.between(placement, date))
                        .reports().stream());
    }
}

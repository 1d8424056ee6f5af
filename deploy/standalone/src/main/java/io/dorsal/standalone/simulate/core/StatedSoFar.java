package io.dorsal.standalone.simulate.core;

import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.standalone.simulate.core.Delivery.ClinicianDecided;
import io.dorsal.standalone.simulate.core.Delivery.PayerAnswered;
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
 * What clinic, patient and payer have stated of a trial by some instant: what {@link TrialScript} brings, without the
 * stimulator, whose days cost many times as much to draw.
 *
 * @param document the latest version; null while there is none
 * @param reports in the order in which they were filed
 */
public record StatedSoFar(
        @Nullable Trial document,
        List<PatientReport> reports,
        List<PayerAnswered> answered,
        List<ClinicianDecided> decided) {
    public static StatedSoFar of(TrialPlan plan, Instant until) {
        List<Delivery> due = Stream.of(plan.course().documents().stream(), diary(plan), plan.extra().stream())
                .<Delivery>flatMap(deliveries -> deliveries)
                .filter(delivery -> !delivery.due().isAfter(until))
                .sorted(Comparator.comparing(Delivery::due))
                .toList();
        return new StatedSoFar(
                only(TrialWritten.class, due).map(TrialWritten::document).reduce(null, (one, later) -> later),
                only(ReportsFiled.class, due)
                        .flatMap(filed -> filed.reports().stream())
                        .toList(),
                only(PayerAnswered.class, due).toList(),
                only(ClinicianDecided.class, due).toList());
    }

    private static <D extends Delivery> Stream<D> only(Class<D> kind, List<Delivery> deliveries) {
        return deliveries.stream().filter(kind::isInstance).map(kind::cast);
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

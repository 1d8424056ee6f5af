package io.dorsal.coverage.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.ReportId;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.ReportCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a trial's determinations depend on. The constructor keeps the highest revision of each report, so that any
 * list of facts comes to the same evidence.
 *
 * @param responder null while responder-service has not spoken
 * @param opioids null while opioid-service has not spoken
 * @param reports at least those of kind ANALGESIC_REDUCTION and FUNCTION; others do no harm
 */
public record Evidence(
        Trial trial,
        @Nullable ResponderOutcome responder,
        @Nullable OpioidFigures opioids,
        List<PatientReport> reports) {
    // The registry refuses one revision with two contents; the second key only makes the choice independent of order.
    private static final Comparator<PatientReport> HIGHEST_REVISION =
            Comparator.comparingLong(PatientReport::revision).thenComparing(ReportCodec::canonical);

    public Evidence {
        Map<ReportId, PatientReport> highest = new TreeMap<>();
        reports.forEach(report -> highest.merge(report.report(), report, BinaryOperator.maxBy(HIGHEST_REVISION)));
        reports = List.copyOf(highest.values());
    }

    /**
     * The newest instant among the evidence; the as-of of the published determination, so that a replay publishes the
     * same bytes. A document counts from the first instant of its date.
     */
    public Instant newestFact() {
        LocalDays days = trial.days();
        Stream<@Nullable Instant> outcome =
                Stream.of(responder == null ? null : responder.asOf(), trial.leadPlacedAt());
        Stream<@Nullable Instant> lead = Stream.of(trial.leadRemovedAt());
        Stream<@Nullable Instant> documents = trial.documents().stream().map(document -> days.startOf(document.date()));
        Stream<@Nullable Instant> treatments =
                trial.treatments().stream().map(treatment -> startOf(treatment.from(), days));
        Stream<@Nullable Instant> stated = reports.stream().map(report -> dated(report.states()));
        return Stream.of(outcome, lead, documents, treatments, stated)
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static @Nullable Instant startOf(@Nullable LocalDate date, LocalDays days) {
        return date == null ? null : days.startOf(date);
    }

    /** Of the kinds that a determination reads. */
    private static @Nullable Instant dated(Statement statement) {
        return switch (statement) {
            case Statement.AnalgesicReduction reduction -> reduction.at();
            case Statement.Function function -> function.at();
            case Statement.Pain ignored -> null;
            case Statement.Intake ignored -> null;
            case Statement.NoIntake ignored -> null;
            case Statement.Patch ignored -> null;
            case Statement.PerceivedRelief ignored -> null;
            case Statement.Retraction ignored -> null;
        };
    }
}

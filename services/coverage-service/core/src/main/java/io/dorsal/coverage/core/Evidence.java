package io.dorsal.coverage.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a trial's determinations depend on. The constructor keeps the highest revision of each report, so that any
 * list of facts comes to the same evidence.
 *
 * @param responder null while responder-service has not spoken
 * @param opioids null while opioid-service has not spoken
 * @param reports of every kind: all are in the digest, few are judged
 */
public record Evidence(
        Trial trial,
        @Nullable ResponderOutcome responder,
        @Nullable OpioidFigures opioids,
        List<PatientReport> reports) {
    /** A date less than this ahead of its receipt is two clocks that do not go quite alike [ours]. */
    private static final Duration AHEAD_MIN = Duration.ofMinutes(1);

    public Evidence {
        reports = new StatedFacts(trial, reports).reports();
    }

    /** What people stated: in the digest that a trial's outcomes have in common. */
    StatedFacts stated() {
        return new StatedFacts(trial, reports);
    }

    /**
     * The newest instant among the evidence; the as-of of the published determination, so that a replay publishes the
     * same bytes. A document counts from the first instant of its date.
     */
    public Instant newestFact() {
        LocalDays days = trial.days();
        Stream<Instant> outcome = responder == null ? Stream.of() : Stream.of(responder.asOf());
        Stream<Instant> stated = stated().dates(AHEAD_MIN);
        Stream<@Nullable Instant> documents = trial.documents().stream().map(document -> days.startOf(document.date()));
        Stream<@Nullable Instant> treatments =
                trial.treatments().stream().map(treatment -> startOf(treatment.from(), days));
        return Stream.of(outcome, stated, documents, treatments)
                .flatMap(dates -> dates)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static @Nullable Instant startOf(@Nullable LocalDate date, LocalDays days) {
        return date == null ? null : days.startOf(date);
    }
}

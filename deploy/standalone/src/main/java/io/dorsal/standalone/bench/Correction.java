package io.dorsal.standalone.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.standalone.simulate.http.Registry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What is corrected late. Every other correction takes the one before back, so that a trial stays what it is. */
enum Correction {
    PAIN_ENTRY,
    INTAKE,
    DOCUMENT;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Returns when the registry has answered.
     *
     * @param number greater than that of any correction before
     */
    void send(Registry registry, CorrectableTrial trial, long number) {
        boolean back = number % 2 == 0;
        switch (this) {
            case PAIN_ENTRY -> file(registry, trial.pain(), back ? trial.pain().states() : other(trial.pain()), number);
            case INTAKE ->
                file(registry, trial.intake(), back ? trial.intake().states() : other(trial.intake()), number);
            case DOCUMENT -> {
                Trial other = redated(trial.document(), back ? 0 : 1, number);
                registry.write(other, List.of(other));
            }
        }
    }

    private static void file(Registry registry, PatientReport report, Statement states, long revision) {
        PatientReport corrected = new PatientReport(
                report.trial(), report.report(), revision, states, "typed wrong", report.recordedAt(), null);
        if (registry.file(report.trial(), List.of(corrected)) > 0) {
            throw new IllegalStateException("expected the registry to take a correction, it refused it");
        }
    }

    private static Statement other(PatientReport report) {
        return switch (report.states()) {
            case Pain pain -> new Pain(pain.at(), pain.scale(), pain.construct(), otherScore(pain.score()));
            case Intake intake ->
                new Intake(intake.at(), intake.rxcui(), intake.quantity().add(BigDecimal.ONE), intake.unit());
            case Statement another ->
                throw new IllegalStateException("expected a diary entry or an intake: " + another.kind());
        };
    }

    /** In bounds on either scale. */
    private static BigDecimal otherScore(BigDecimal score) {
        return score.signum() == 0
                ? BigDecimal.ONE
                : score.subtract(BigDecimal.ONE).max(BigDecimal.ZERO);
    }

    private static Trial redated(Trial trial, int daysEarlier, long number) {
        ObjectNode document =
                (ObjectNode) Json.parse(TrialCodec.canonical(trial).getBytes(StandardCharsets.UTF_8));
        Document first = trial.documents().getFirst();
        ((ObjectNode) document.path("documents").path(0))
                .put("date", first.date().minusDays(daysEarlier).toString())
                .put("reference", "DOC-" + number);
        return TrialCodec.parse(trial.trial(), 0, document);
    }
}

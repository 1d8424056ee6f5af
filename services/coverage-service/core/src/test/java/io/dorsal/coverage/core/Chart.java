package io.dorsal.coverage.core;

import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.model.ClinicId;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient's chart, drawn with a few strokes: lead placed on Monday 2 March 2026 in New York and removed a week later.
 * {@link #complete()} has everything that any spinal cord policy asks for; each stroke takes something away or changes
 * it.
 */
final class Chart {
    static final Policies SHIPPED = PolicyShelf.shipped().policies();
    static final Instant PLACED_AT = Instant.parse("2026-03-02T15:30:00Z");
    static final Instant REMOVED_AT = Instant.parse("2026-03-09T15:30:00Z");
    static final Instant LATER = Instant.parse("2026-06-01T12:00:00Z");
    private static final LocalDate SIGNED = LocalDate.of(2026, 2, 1);
    private static final TrialId TRIAL = new TrialId("T-1");

    private final List<Document> documents = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private final List<PatientReport> reports = new ArrayList<>();
    final Pain pain = new Pain();
    private Therapy therapy = Therapy.SCS;
    private @Nullable String indication = "G90.511";
    private @Nullable String procedure = "63650";
    private @Nullable String placeOfService = "22";
    private @Nullable String state = "NY";
    private @Nullable String utn = "A1234567890123";
    private @Nullable LocalDate painSince = LocalDate.of(2024, 1, 15);
    private @Nullable Instant placedAt = PLACED_AT;
    private @Nullable Instant plannedRemovalAt = REMOVED_AT;
    private @Nullable Instant removedAt = REMOVED_AT;
    private @Nullable OpioidFigures opioids;
    private Instant asOf = LATER;

    static Chart complete() {
        Chart chart = new Chart();
        for (DocumentKind kind : DocumentKind.values()) {
            chart.document(
                    kind,
                    kind.findings().isEmpty()
                            ? null
                            : kind.findings().getFirst().word(),
                    "PSYCHOLOGIST");
        }
        chart.without(DocumentKind.NEW_PRIOR_AUTHORIZATION);
        for (TreatmentKind kind : TreatmentKind.values()) {
            chart.treatment(kind.word(), "2025-06-01", "2025-12-15", "FAILED");
        }
        return chart.without(TreatmentKind.NEUROSTIMULATION_TRIAL).odi("52", "30");
    }

    static Chart empty() {
        Chart chart = new Chart()
                .indication(null)
                .procedure(null)
                .placeOfService(null)
                .utn(null)
                .painSince(null);
        chart.pain.unanswered();
        return chart;
    }

    Chart therapy(Therapy therapy) {
        this.therapy = therapy;
        return this;
    }

    Chart indication(@Nullable String code) {
        indication = code;
        return this;
    }

    Chart procedure(@Nullable String code) {
        procedure = code;
        return this;
    }

    Chart placeOfService(@Nullable String code) {
        placeOfService = code;
        return this;
    }

    Chart state(@Nullable String code) {
        state = code;
        return this;
    }

    Chart utn(@Nullable String number) {
        utn = number;
        return this;
    }

    Chart painSince(@Nullable String date) {
        painSince = date == null ? null : LocalDate.parse(date);
        return this;
    }

    Chart placed(@Nullable String at) {
        placedAt = at == null ? null : Instant.parse(at);
        return this;
    }

    Chart removed(@Nullable String at) {
        removedAt = at == null ? null : Instant.parse(at);
        return this;
    }

    Chart planned(@Nullable String at) {
        plannedRemovalAt = at == null ? null : Instant.parse(at);
        return this;
    }

    Chart asOf(String at) {
        asOf = Instant.parse(at);
        return this;
    }

    Chart relief(String percent) {
        pain.relief(percent);
        return this;
    }

    Chart unanswered() {
        pain.unanswered();
        return this;
    }

    Chart baseline(String points) {
        pain.baseline(points);
        return this;
    }

    Chart waveforms(String... words) {
        pain.waveforms(words);
        return this;
    }

    Chart opioids(OpioidFigures figures) {
        opioids = figures;
        return this;
    }

    Chart analgesics(String percent) {
        return report(
                "a-1",
                1,
                new Statement.AnalgesicReduction(PLACED_AT.plusSeconds(86_400), new BigDecimal(percent), "NP-7"));
    }

    Chart odi(@Nullable String before, @Nullable String since) {
        reports.removeIf(report -> report.states() instanceof Function);
        odi("o-1", PLACED_AT.minusSeconds(86_400), before);
        return odi("o-2", PLACED_AT.plusSeconds(86_400), since);
    }

    private Chart odi(String id, Instant at, @Nullable String score) {
        return score == null ? this : report(id, 1, new Function(at, Instrument.ODI, new BigDecimal(score), null));
    }

    Chart report(String id, int revision, Statement states) {
        reports.add(new PatientReport(TRIAL, new ReportId(id), revision, states, LATER, null));
        return this;
    }

    Chart without(DocumentKind kind) {
        documents.removeIf(document -> document.kind().equals(kind.word()));
        return this;
    }

    Chart without(TreatmentKind kind) {
        treatments.removeIf(treatment -> treatment.kind().equals(kind.word()));
        return this;
    }

    /** In the place of those of that kind. */
    Chart document(DocumentKind kind, @Nullable String result, @Nullable String by) {
        return without(kind).document(kind.word(), SIGNED.toString(), result, by);
    }

    Chart document(String kind, String date, @Nullable String result, @Nullable String by) {
        documents.add(new Document(kind, LocalDate.parse(date), result, by, "DOC-" + documents.size()));
        return this;
    }

    Chart treatment(String kind, @Nullable String from, @Nullable String to, @Nullable String result) {
        treatments.add(new Treatment(
                kind, from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to), result));
        return this;
    }

    Evidence evidence() {
        Trial trial = new Trial(
                TRIAL,
                1,
                new ClinicId("harbor-pain"),
                "S-0417",
                therapy,
                indication,
                ZoneId.of("America/New_York"),
                PainScale.NRS,
                PainConstruct.AVERAGE,
                placedAt,
                plannedRemovalAt,
                removedAt,
                List.of(),
                List.of(),
                documents,
                treatments,
                new CoverageTerms(null, null, painSince, procedure, placeOfService, state, utn));
        return new Evidence(trial, pain.outcome(TRIAL), opioids, reports);
    }

    Facts facts() {
        return Facts.of(evidence(), asOf);
    }

    CoverageDetermination under(String policy) {
        return Coverage.determine(SHIPPED, policy, evidence(), asOf);
    }

    CoverageDetermination.Criterion criterion(String policy, String id) {
        return under(policy).criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(policy + " has no criterion " + id));
    }
}

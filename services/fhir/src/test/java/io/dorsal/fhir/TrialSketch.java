package io.dorsal.fhir;

import io.dorsal.coverage.core.Coverage;
import io.dorsal.coverage.core.Evidence;
import io.dorsal.coverage.core.OpioidFigures;
import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.fhir.document.DocumentIdentity;
import io.dorsal.fhir.document.TrialEvidence;
import io.dorsal.model.ClinicId;
import io.dorsal.model.DeviceId;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.PayerId;
import io.dorsal.model.ReportId;
import io.dorsal.model.Span;
import io.dorsal.model.TrialId;
import io.dorsal.model.event.Cause;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening;
import io.dorsal.model.event.Settings;
import io.dorsal.model.event.Waveform;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Regimen;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import io.dorsal.opioid.core.Conversions;
import io.dorsal.opioid.tables.ShippedTables;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.Rules;
import io.dorsal.responder.core.TrialFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial drawn with a few strokes, with the outcomes that the cores make of it: lead placed on Monday 2 March 2026 in
 * New York and removed eight days later, so that baseline is 23 February to 1 March and days 1 to 7 are 3 to 9 March.
 */
public final class TrialSketch {
    public static final TrialId TRIAL = new TrialId("T-1");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    public static final LocalDate PLACEMENT = LocalDate.of(2026, 3, 2);
    public static final String OXYCODONE = "1049683";
    public static final String FENTANYL_PATCH = "245134";
    public static final String BUPRENORPHINE = "246474";

    private static final Conversions CONVERSIONS = ShippedTables.load().conversions("cdc-2022");
    private static final Policies POLICIES = PolicyShelf.shipped().policies();
    private static final Instant PLACED_AT = Instant.parse("2026-03-02T15:30:00Z");
    private static final Instant REMOVED_AT = Instant.parse("2026-03-10T14:00:00Z");
    private static final DeviceId DEVICE = new DeviceId("ETS-1");

    private final List<PatientReport> reports = new ArrayList<>();
    private final List<DeviceEvent> events = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Treatment> treatments = new ArrayList<>();
    private PainScale scale = PainScale.NRS;
    private @Nullable Instant placedAt = PLACED_AT;
    private @Nullable Instant removedAt = REMOVED_AT;
    private @Nullable String payer = "medicare";
    private @Nullable String indication = "M96.1";
    private @Nullable String procedure = "63650";
    private String policy = "mac-scs-ngs";
    private Instant asOf = Instant.parse("2026-06-01T12:00:00Z");
    private @Nullable String amends;
    private boolean withOutcomes = true;

    public TrialSketch scale(PainScale scale) {
        this.scale = scale;
        return this;
    }

    public TrialSketch notPlaced() {
        placedAt = null;
        removedAt = null;
        return asOf("2026-02-28T12:00:00Z");
    }

    public TrialSketch asOf(String instant) {
        asOf = Instant.parse(instant);
        return this;
    }

    public TrialSketch policy(String policy) {
        this.policy = policy;
        return this;
    }

    public TrialSketch unpaid() {
        payer = null;
        indication = null;
        procedure = null;
        return this;
    }

    public TrialSketch amending(String packet) {
        amends = packet;
        return this;
    }

    public TrialSketch withoutOutcomes() {
        withOutcomes = false;
        return this;
    }

    /** The seven baseline days and the trial days; null leaves a day unanswered. */
    public TrialSketch pain(List<@Nullable Object> baseline, List<@Nullable Object> trial) {
        diary(PLACEMENT.minusDays(7), baseline);
        return diary(PLACEMENT.plusDays(1), trial);
    }

    private TrialSketch diary(LocalDate from, List<@Nullable Object> scores) {
        for (int i = 0; i < scores.size(); i++) {
            Object score = scores.get(i);
            if (score != null) {
                LocalDate date = from.plusDays(i);
                report("p-" + date, 1, pain(date, score.toString()));
            }
        }
        return this;
    }

    public Statement.Pain pain(LocalDate date, String score) {
        return new Statement.Pain(at(date, "20:00"), scale, PainConstruct.AVERAGE, new BigDecimal(score));
    }

    /** So many tablets a day of a drug, on each baseline day and each trial day. */
    public TrialSketch takes(String rxcui, int baseline, int trial) {
        for (int day = -7; day <= 7; day++) {
            for (int dose = 0; dose < (day < 0 ? baseline : trial) && day != 0; dose++) {
                LocalDate date = PLACEMENT.plusDays(day);
                Instant at = at(date, "0" + dose + ":00");
                report(
                        "i-" + rxcui + "-" + date + "-" + dose,
                        1,
                        new Statement.Intake(at, rxcui, BigDecimal.ONE, "{tab}"));
            }
        }
        return this;
    }

    public TrialSketch takesNothing(LocalDate date) {
        return report("n-" + date, 1, new Statement.NoIntake(date));
    }

    public TrialSketch patch(LocalDate from, @Nullable LocalDate to) {
        return report(
                "t-" + from,
                1,
                new Statement.Patch(FENTANYL_PATCH, at(from, "09:00"), to == null ? null : at(to, "09:00")));
    }

    public TrialSketch questionnaire(String id, LocalDate date, Instrument instrument, String score) {
        CodingDirection direction = instrument == Instrument.PGIC ? CodingDirection.LOWER_IS_BETTER : null;
        return report(id, 1, new Statement.Function(at(date, "10:00"), instrument, new BigDecimal(score), direction));
    }

    public TrialSketch report(String id, long revision, Statement states) {
        reports.add(new PatientReport(TRIAL, new ReportId(id), revision, states, asOf, null));
        return this;
    }

    /** All documents and treatments that the contractors' checklists ask for. */
    public TrialSketch papers() {
        List.of(
                        "PSYCHOLOGICAL_EVALUATION CLEARED PSYCHOLOGIST",
                        "LAST_RESORT_STATEMENT CONFIRMED PHYSICIAN",
                        "PHYSICAL_EXAMINATION - PHYSICIAN",
                        "CONDITION_STATEMENT - PHYSICIAN",
                        "FACILITY_STATEMENT CONFIRMED FACILITY")
                .forEach(line -> {
                    String[] words = line.split(" ");
                    document(words[0], words[1].equals("-") ? null : words[1], words[2]);
                });
        for (String kind :
                List.of("DRUG_THERAPY", "SURGERY", "PHYSICAL_THERAPY", "PSYCHOLOGICAL_THERAPY", "INJECTION")) {
            treatments.add(new Treatment(kind, LocalDate.of(2025, 6, 1), LocalDate.of(2025, 12, 15), "FAILED"));
        }
        return this;
    }

    public TrialSketch document(String kind, @Nullable String result, @Nullable String by) {
        documents.add(new Document(kind, LocalDate.of(2026, 2, 1), result, by, "DOC-" + documents.size()));
        return this;
    }

    public TrialSketch treatment(String kind, @Nullable String result) {
        treatments.add(new Treatment(kind, null, null, result));
        return this;
    }

    /** Hour-long logs of the stimulator from the placement on, on by day; every tenth is lost. */
    public TrialSketch stimulated() {
        Settings settings = new Settings(Waveform.BURST, null, null, null, null, null, null);
        event(0, PLACED_AT, new Happening.StimulationChanged(true, "A", Cause.CLINICIAN, settings));
        for (int hour = 1; hour < 7 * 24; hour++) {
            Instant from = PLACED_AT.plusSeconds(hour * 3_600L);
            boolean on = hour % 24 < 14;
            if (hour % 10 != 0) {
                event(
                        hour,
                        from.plusSeconds(3_600),
                        new Happening.UsageRecorded(new Span(from, from.plusSeconds(3_600)), on, on ? "A" : null));
            }
        }
        return this;
    }

    private void event(long seq, Instant at, Happening what) {
        events.add(new DeviceEvent(DEVICE, 1, seq, at, at, what));
    }

    public static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant();
    }

    public Trial trial() {
        return new Trial(
                TRIAL,
                1,
                new ClinicId("harbor-pain"),
                "S-0417",
                Therapy.SCS,
                indication,
                NEW_YORK,
                scale,
                PainConstruct.AVERAGE,
                placedAt,
                REMOVED_AT,
                removedAt,
                List.of(new Assignment(DEVICE, PLACED_AT, null)),
                List.of(new Regimen(
                        OXYCODONE, BigDecimal.ONE, "{tab}", new BigDecimal(4), false, LocalDate.of(2026, 1, 1), null)),
                List.copyOf(documents),
                List.copyOf(treatments),
                new CoverageTerms(
                        payer == null ? null : new PayerId(payer),
                        policy,
                        payer == null ? null : LocalDate.of(2024, 1, 15),
                        procedure,
                        payer == null ? null : "22",
                        "NY",
                        null));
    }

    public List<PatientReport> reports() {
        return List.copyOf(reports);
    }

    public TrialEvidence evidence() {
        ResponderOutcome responder = io.dorsal.responder.core.Assessment.assess(
                new TrialFacts(trial(), reports, List.of(DeviceFacts.of(DEVICE, events))), asOf, Rules.PAIN_RELIEF_1);
        OpioidOutcome opioids = io.dorsal.opioid.core.Assessment.assess(
                new StatedFacts(trial(), reports), asOf, CONVERSIONS, io.dorsal.opioid.core.Rules.OPIOID_1);
        Evidence evidence = new Evidence(trial(), responder, OpioidFigures.of(opioids), reports);
        return new TrialEvidence(
                trial(),
                reports,
                withOutcomes ? responder : null,
                withOutcomes ? opioids : null,
                Coverage.determine(POLICIES, policy, evidence, asOf));
    }

    public DocumentIdentity identity() {
        return new DocumentIdentity("P-1", Instant.parse("2026-06-01T12:00:05Z"), asOf, amends);
    }
}

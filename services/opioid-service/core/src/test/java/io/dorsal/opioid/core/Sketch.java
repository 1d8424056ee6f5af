package io.dorsal.opioid.core;

import io.dorsal.model.ClinicId;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Patch;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Regimen;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.Trial;
import io.dorsal.opioid.tables.ShippedTables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trial drawn with a few strokes: placed on Monday 2 March 2026 in New York, so that the baseline is 23 February to 1
 * March and day 1 is 3 March; removed on 8 March unless said otherwise, so that there are five trial days.
 */
final class Sketch {
    static final OpioidTables TABLES = ShippedTables.load();
    static final LocalDate PLACEMENT = LocalDate.of(2026, 3, 2);
    static final LocalDate BASELINE = PLACEMENT.minusDays(7);
    static final LocalDate DAY_1 = PLACEMENT.plusDays(1);
    static final Instant LONG_AFTER = Instant.parse("2027-01-01T00:00:00Z");

    static final String OXYCODONE_5 = "1049621";
    static final String OXYCODONE_10 = "1049683";
    static final String OXYCODONE_ER_20 = "1860129";
    static final String METHADONE_10 = "864706";
    static final String MORPHINE_15 = "892582";
    static final String FENTANYL_25 = "245134";
    static final String FENTANYL_50 = "245135";
    static final String BUPRENORPHINE_PATCH = "904876";

    private static final Instant RECORDED_AT = Instant.parse("2027-01-01T00:00:00Z");
    private static final TrialId TRIAL = new TrialId("T-1");

    private final List<PatientReport> reports = new ArrayList<>();
    private final List<Regimen> regimen = new ArrayList<>();
    private ZoneId zone = ZoneId.of("America/New_York");
    private @Nullable Instant placedAt = Instant.parse("2026-03-02T15:30:00Z");
    private @Nullable Instant removedAt = Instant.parse("2026-03-08T14:00:00Z");

    Sketch zone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    Sketch placed(@Nullable String at) {
        placedAt = at == null ? null : Instant.parse(at);
        return this;
    }

    Sketch removed(@Nullable String at) {
        removedAt = at == null ? null : Instant.parse(at);
        return this;
    }

    /** So many of a drug at eight in the morning. */
    Sketch takes(LocalDate date, String rxcui, Object quantity) {
        return takes(date, rxcui, quantity, "{tab}");
    }

    Sketch takes(LocalDate date, String rxcui, Object quantity, String unit) {
        return takes(at(date, "08:00"), rxcui, quantity, unit);
    }

    Sketch takes(Instant at, String rxcui, Object quantity, String unit) {
        return report("i-" + reports.size(), 1, new Intake(at, rxcui, new BigDecimal(quantity.toString()), unit));
    }

    /** The same on every baseline day. */
    Sketch baseline(String rxcui, Object quantity) {
        BASELINE.datesUntil(PLACEMENT).forEach(date -> takes(date, rxcui, quantity));
        return this;
    }

    /** The quantities of day 1 and on; null leaves a day unknown, 0 says that nothing was taken. */
    Sketch days(String rxcui, @Nullable Object... quantities) {
        for (int i = 0; i < quantities.length; i++) {
            Object quantity = quantities[i];
            if (quantity != null && quantity.equals(0)) {
                nothing(DAY_1.plusDays(i));
            } else if (quantity != null) {
                takes(DAY_1.plusDays(i), rxcui, quantity);
            }
        }
        return this;
    }

    Sketch nothing(LocalDate date) {
        return report("n-" + date, 1, new NoIntake(date));
    }

    Sketch wears(String rxcui, String from, @Nullable String to) {
        return report(
                "t-" + reports.size(), 1, new Patch(rxcui, Instant.parse(from), to == null ? null : Instant.parse(to)));
    }

    Sketch report(String id, long revision, Statement states) {
        return report(id, revision, states, RECORDED_AT);
    }

    Sketch report(String id, long revision, Statement states, Instant recordedAt) {
        reports.add(new PatientReport(TRIAL, new ReportId(id), revision, states, recordedAt, null));
        return this;
    }

    Sketch prescribed(String rxcui, Object quantity, String unit, Object timesPerDay, boolean asNeeded) {
        return prescribed(rxcui, quantity, unit, timesPerDay, asNeeded, "2026-01-01", null);
    }

    Sketch prescribed(
            String rxcui,
            Object quantity,
            String unit,
            Object timesPerDay,
            boolean asNeeded,
            String from,
            @Nullable String to) {
        regimen.add(new Regimen(
                rxcui,
                new BigDecimal(quantity.toString()),
                unit,
                new BigDecimal(timesPerDay.toString()),
                asNeeded,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to)));
        return this;
    }

    Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    List<PatientReport> reports() {
        return List.copyOf(reports);
    }

    Trial trial() {
        return new Trial(
                TRIAL,
                1,
                new ClinicId("harbor-pain"),
                "S-0417",
                Therapy.SCS,
                "M96.1",
                zone,
                PainScale.NRS,
                PainConstruct.AVERAGE,
                placedAt,
                null,
                removedAt,
                List.of(),
                List.copyOf(regimen),
                List.of(),
                List.of(),
                new CoverageTerms(null, null, null, null, null, null, null));
    }

    StatedFacts facts() {
        return new StatedFacts(trial(), reports);
    }

    /** The outcome long after everything. */
    OpioidOutcome assess() {
        return assess(LONG_AFTER);
    }

    OpioidOutcome assess(Instant asOf) {
        return assess(asOf, ShippedTables.DEFAULT_FACTOR_SET);
    }

    OpioidOutcome assess(Instant asOf, String factorSet) {
        return Assessment.assess(facts(), asOf, TABLES.conversions(factorSet), Rules.OPIOID_1);
    }

    OpioidOutcome assess(String factorSet) {
        return assess(LONG_AFTER, factorSet);
    }

    static OpioidOutcome.Day day(OpioidOutcome outcome, LocalDate date) {
        return outcome.days().stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow();
    }
}

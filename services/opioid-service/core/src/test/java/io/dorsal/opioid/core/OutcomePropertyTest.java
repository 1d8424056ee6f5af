package io.dorsal.opioid.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.DayDrug;
import io.dorsal.model.outcome.OpioidOutcome.DrugMme;
import io.dorsal.model.outcome.OpioidOutcome.Series;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Patch;
import io.dorsal.model.report.Statement.Retraction;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every set of reports, in whatever order and however often they come. */
class OutcomePropertyTest {
    private static final int ROUNDS = 200;
    private static final String[] ZONES = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"};
    private static final String[] UNITS = {"{tab}", "mg", "mL", "{spray}", "ug", "1"};
    private static final List<String> DRUGS =
            Sketch.TABLES.drugs().byRxcui().keySet().stream().sorted().toList();
    private final Random random = Seed.random(OutcomePropertyTest.class);

    @Test
    void anyOrderAndDuplicationGivesTheSameOutcomeAndDigest() {
        for (int round = 0; round < ROUNDS; round++) {
            Sketch sketch = untidy();
            StatedFacts once = sketch.facts();
            StatedFacts again = new StatedFacts(sketch.trial(), shuffled(sketch.reports()));
            Instant asOf = random.nextBoolean() ? Assessment.newestFact(once, Rules.OPIOID_1) : instant();
            String set = random.nextBoolean() ? "cdc-2022" : "cdc-2016";
            OpioidOutcome expected = assess(once, asOf, set);
            OpioidOutcome outcome = assess(again, asOf, set);

            assertThat(again).isEqualTo(once);
            assertThat(Assessment.newestFact(again, Rules.OPIOID_1))
                    .isEqualTo(Assessment.newestFact(once, Rules.OPIOID_1));
            assertThat(outcome).isEqualTo(expected);
            assertThat(OpioidOutcomeCodec.stored(outcome)).isEqualTo(OpioidOutcomeCodec.stored(expected));
            assertThat(outcome.factDigest()).isEqualTo(expected.factDigest());
        }
    }

    @Test
    void thePartsAddUpToTheTotal() {
        for (int round = 0; round < ROUNDS; round++) {
            OpioidOutcome outcome = untidy().assess(instant());
            for (Day day : outcome.days()) {
                if (day.known()) {
                    assertThat(Rational.sum(
                                    day.byDrug().stream().map(DayDrug::mme).toList()))
                            .isEqualTo(day.mme());
                }
            }
            Series taken = outcome.taken();
            if (taken.trial().mean() != null) {
                assertThat(Rational.sum(
                                taken.byDrug().stream().map(DrugMme::trial).toList()))
                        .isEqualTo(taken.trial().mean());
            }
        }
    }

    @Test
    void whatIsKnownEndsWithTheAsOfInstant() {
        for (int round = 0; round < ROUNDS; round++) {
            Sketch sketch = untidy();
            Instant asOf = instant();
            OpioidOutcome outcome = sketch.assess(asOf);
            List<PatientReport> past = sketch.facts().upTo(asOf);

            assertThat(assess(new StatedFacts(sketch.trial(), past), asOf, "cdc-2022"))
                    .isEqualTo(outcome);
        }
    }

    private static OpioidOutcome assess(StatedFacts facts, Instant asOf, String set) {
        return Assessment.assess(facts, asOf, Sketch.TABLES.conversions(set), Rules.OPIOID_1);
    }

    private List<PatientReport> shuffled(List<PatientReport> reports) {
        List<PatientReport> shuffled = new ArrayList<>(reports);
        for (int i = 0; i < reports.size() / 2; i++) {
            shuffled.add(reports.get(random.nextInt(reports.size())));
        }
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private Sketch untidy() {
        Sketch sketch = new Sketch().zone(ZONES[random.nextInt(ZONES.length)]);
        if (random.nextInt(3) == 0) {
            sketch.removed(null);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            sketch.prescribed(drug(), 1 + random.nextInt(3), unit(), 1 + random.nextInt(4), random.nextBoolean());
        }
        int reports = random.nextInt(60);
        for (int i = 0; i < reports; i++) {
            int revisions = 1 + random.nextInt(3);
            for (int revision = 1; revision <= revisions; revision++) {
                sketch.report("x-" + i, revision, statement());
            }
        }
        return sketch;
    }

    private Statement statement() {
        Instant at = instant();
        return switch (random.nextInt(8)) {
            case 0 -> new NoIntake(at.atZone(java.time.ZoneOffset.UTC).toLocalDate());
            case 1 -> new Retraction(ReportKind.INTAKE, "mistyped");
            case 2 -> new Patch(Sketch.FENTANYL_25, at, at.plus(Duration.ofMinutes(1 + random.nextInt(8_000))));
            case 3 -> new Patch(random.nextBoolean() ? Sketch.FENTANYL_50 : drug(), at, null);
            default -> new Intake(at, drug(), BigDecimal.valueOf(random.nextInt(40), 1), unit());
        };
    }

    private String drug() {
        return DRUGS.get(random.nextInt(DRUGS.size()));
    }

    private String unit() {
        return UNITS[random.nextInt(UNITS.length)];
    }

    private Instant instant() {
        return Instant.parse("2026-02-22T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(16 * 24 * 60)));
    }
}

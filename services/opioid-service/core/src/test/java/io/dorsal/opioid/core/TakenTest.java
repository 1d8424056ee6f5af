package io.dorsal.opioid.core;

import static io.dorsal.opioid.core.Sketch.DAY_1;
import static io.dorsal.opioid.core.Sketch.OXYCODONE_10;
import static io.dorsal.opioid.core.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.Retraction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a day's reports amount to. */
class TakenTest {
    private static final String MORPHINE_2_PER_ML = "892589";
    private static final String MORPHINE_INJECTION = "892473";
    private static final String SUBLINGUAL_FENTANYL = "1053647";
    private final Sketch sketch = new Sketch();

    @ParameterizedTest
    @CsvSource({
        "1049683, 1,      {tab},   15/1",
        "1049683, 0.5,    {tab},   15/2",
        "1049683, 2,      1,       30/1",
        "1049683, 10,     mg,      15/1",
        "1049683, 10000,  ug,      15/1",
        "1049683, 0.01,   g,       15/1",
        "892589,  5,      mL,      10/1",
        "892589,  0.005,  L,       10/1",
        "892589,  10,     mg,      10/1",
        "892589,  0.333,  mL,      333/500",
        "637540,  1,      {tab},   183/25",
        "637540,  4.88,   mg,      183/25"
    })
    void aDoseIsStrengthTimesQuantityTimesFactor(String rxcui, String quantity, String unit, String mme) {
        sketch.takes(DAY_1, rxcui, quantity, unit);

        assertThat(day().mme()).isEqualTo(Rational.parse(mme));
        assertThat(day().partial()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1049683, mL,      UNIT_DOES_NOT_FIT",
        "1049683, {spray}, UNIT_DOES_NOT_FIT",
        "1049683, {dose},  UNIT_DOES_NOT_FIT",
        "1049683, mcg,     UNIT_DOES_NOT_FIT",
        "892589,  {tab},   UNIT_DOES_NOT_FIT",
        "892589,  {tsp},   UNIT_DOES_NOT_FIT",
        "245134,  ug,      UNIT_DOES_NOT_FIT",
        "1053647, {tab},   NO_FACTOR",
        "246474,  {tab},   NO_FACTOR",
        "238129,  mL,      NO_FACTOR",
        "892473,  mL,      PARENTERAL",
        "5640,    {tab},   UNKNOWN_DRUG"
    })
    void whatDoesNotConvertIsNamedWithItsReasonAndMakesTheTotalPartial(
            String rxcui, String unit, NotConvertedReason reason) {
        sketch.takes(DAY_1, OXYCODONE_10, 1).takes(DAY_1, rxcui, 1, unit);
        OpioidOutcome outcome = sketch.assess();

        assertThat(outcome.taken().notConverted())
                .extracting(OpioidOutcome.NotConverted::rxcui, OpioidOutcome.NotConverted::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(rxcui, reason));
        assertThat(day().mme()).isEqualTo(Rational.of(15));
        assertThat(day().partial()).isTrue();
        assertThat(day().notConverted()).containsExactly(rxcui);
    }

    @Test
    void theSamplesOfThisTestAreWhatTheirNamesSay() {
        assertThat(name(MORPHINE_2_PER_ML)).contains("morphine sulfate 2 MG/ML");
        assertThat(name(MORPHINE_INJECTION)).contains("morphine", "Inject");
        assertThat(name(SUBLINGUAL_FENTANYL)).contains("fentanyl", "Sublingual");
    }

    @Test
    void aDayWithoutAnyReportIsUnknownAndNotZero() {
        sketch.takes(DAY_1.plusDays(1), OXYCODONE_10, 1);

        assertThat(day().known()).isFalse();
        assertThat(day().mme()).isNull();
        assertThat(sketch.assess().taken().trial().knownDays()).isEqualTo(1);
        assertThat(sketch.assess().taken().trial().mean()).isEqualTo(Rational.of(15));
    }

    @Test
    void nothingTakenIsZero() {
        sketch.nothing(DAY_1);

        assertThat(day().known()).isTrue();
        assertThat(day().mme()).isEqualTo(Rational.ZERO);
        assertThat(day().partial()).isFalse();
    }

    @Test
    void aDoseWinsOverNothingTakenAndTheContradictionIsShown() {
        sketch.nothing(DAY_1).takes(DAY_1, OXYCODONE_10, 2);

        assertThat(day().mme()).isEqualTo(Rational.of(30));
        assertThat(day().contradicted()).isTrue();
    }

    @Test
    void aQuantityOfZeroIsNothingTakenOfWhateverDrug() {
        sketch.takes(DAY_1, "246474", 0).nothing(DAY_1);

        assertThat(day().mme()).isEqualTo(Rational.ZERO);
        assertThat(day().partial()).isFalse();
        assertThat(day().contradicted()).isFalse();
    }

    @Test
    void anIntakeBelongsToItsLocalDate() {
        sketch.takes(Instant.parse("2026-03-04T04:59:59Z"), OXYCODONE_10, 1, "{tab}")
                .takes(Instant.parse("2026-03-04T05:00:00Z"), OXYCODONE_10, 2, "{tab}");

        assertThat(day().mme()).isEqualTo(Rational.of(15));
        assertThat(Sketch.day(sketch.assess(), DAY_1.plusDays(1)).mme()).isEqualTo(Rational.of(30));
    }

    @Test
    void theHighestRevisionCountsWhateverTheOrder() {
        sketch.report("i-x", 3, intake(3)).report("i-x", 1, intake(1)).report("i-x", 2, intake(2));

        assertThat(day().mme()).isEqualTo(Rational.of(45));
    }

    @Test
    void aRetractedIntakeLeavesTheDayUnknown() {
        sketch.report("i-x", 2, new Retraction(ReportKind.INTAKE, "not mine")).report("i-x", 1, intake(1));

        assertThat(day().known()).isFalse();
    }

    @Test
    void whatIsDatedAfterTheAsOfInstantDoesNotCountYet() {
        sketch.takes(sketch.at(DAY_1, "08:00"), OXYCODONE_10, 1, "{tab}")
                .takes(sketch.at(DAY_1, "20:00"), OXYCODONE_10, 1, "{tab}");
        OpioidOutcome noon = sketch.assess(sketch.at(DAY_1, "12:00"));

        assertThat(Sketch.day(noon, DAY_1).mme()).isEqualTo(Rational.of(15));
        assertThat(noon.factDigest()).isNotEqualTo(sketch.assess().factDigest());
    }

    @Test
    void methadoneSlidesWithTheWholeDay() {
        sketch.takes(sketch.at(DAY_1, "08:00"), Sketch.METHADONE_10, 2, "{tab}")
                .takes(sketch.at(DAY_1, "20:00"), Sketch.METHADONE_10, 2, "{tab}");

        assertThat(Sketch.day(sketch.assess("cdc-2016"), DAY_1).mme()).isEqualTo(Rational.of(320));
    }

    @ParameterizedTest
    @CsvSource({"20, 80", "20.1, 160.8", "40, 320", "41, 410", "60, 600", "61, 732"})
    void eachStepOfMethadoneIncludesItsUpperEnd(String milligrams, BigDecimal mme) {
        sketch.takes(DAY_1, Sketch.METHADONE_10, milligrams, "mg");

        assertThat(Sketch.day(sketch.assess("cdc-2016"), DAY_1).mme()).isEqualTo(Rational.of(mme));
    }

    private static String name(String rxcui) {
        return Sketch.TABLES.drugs().find(rxcui).name();
    }

    private Intake intake(int quantity) {
        return new Intake(sketch.at(DAY_1, "08:00"), OXYCODONE_10, BigDecimal.valueOf(quantity), "{tab}");
    }

    private Day day() {
        return Sketch.day(sketch.assess(), LocalDate.of(2026, 3, 3));
    }
}

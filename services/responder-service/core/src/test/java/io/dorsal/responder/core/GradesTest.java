package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The borders between status and grades, which are exact and belong to the better side. */
class GradesTest {
    @ParameterizedTest
    @CsvSource({
        "0, HIGH, RESPONDER",
        "16, HIGH, RESPONDER",
        "16.000000000001, SUBSTANTIAL, RESPONDER",
        "40, SUBSTANTIAL, RESPONDER",
        "40.000000000001, MODERATE, NON_RESPONDER",
        "56, MODERATE, NON_RESPONDER",
        "56.000000000001, BELOW_MODERATE, NON_RESPONDER",
        "80, BELOW_MODERATE, NON_RESPONDER",
        "99, BELOW_MODERATE, NON_RESPONDER"
    })
    void gradesOfATrialMeanOnABaselineOfEighty(String mean, Grade grade, Status status) {
        ResponderOutcome outcome = vas("80", mean);

        assertThat(outcome.grade()).isEqualTo(grade);
        assertThat(outcome.status()).isEqualTo(status);
    }

    @Test
    void worseningIsNegativeRelief() {
        assertThat(vas("40", "60").relief()).isEqualTo(Rational.of(-50));
    }

    @ParameterizedTest
    @CsvSource({"NRS, 3, true", "NRS, 3.01, false", "VAS, 25, true", "VAS, 25.01, false"})
    void remissionIsThreeOnTheNrsAndTwentyFiveMillimetres(PainScale scale, String mean, boolean remission) {
        assertThat(constant(scale, scale == PainScale.NRS ? "8" : "80", mean).remission())
                .isEqualTo(remission);
    }

    @ParameterizedTest
    @CsvSource({"NRS, 3.99, true", "NRS, 4, false", "VAS, 39.9, true", "VAS, 40, false"})
    void aBaselineBelowFourOfTenIsLow(PainScale scale, String baseline, boolean low) {
        assertThat(constant(scale, baseline, "1").lowBaseline()).isEqualTo(low);
    }

    @Test
    void thirdsAreExact() {
        // B = 20/3 and T = 10/3: no floating point number holds either.
        ResponderOutcome outcome = new Sketch()
                .baseline(6, 7, 7, 6, 7, 7, null)
                .days(3, 3, 4, 3, 3, 4, null)
                .assess();

        assertThat(outcome.status()).isEqualTo(Status.RESPONDER);
        assertThat(outcome.relief()).isEqualTo(Rational.of(50));
    }

    private static ResponderOutcome vas(String baseline, String mean) {
        return constant(PainScale.VAS, baseline, mean);
    }

    private static ResponderOutcome constant(PainScale scale, String baseline, String mean) {
        Object[] before = {baseline, baseline, baseline, baseline, baseline, baseline, baseline};
        Object[] during = {mean, mean, mean, mean, mean, mean, mean};
        return new Sketch().scale(scale).baseline(before).days(during).assess();
    }
}

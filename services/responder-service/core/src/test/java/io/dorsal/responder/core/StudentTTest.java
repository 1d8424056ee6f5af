package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the printed tables [NIST/SEMATECH e-Handbook, 1.3.6.7.2] and against closed forms. */
class StudentTTest {
    @ParameterizedTest
    @CsvSource({
        "0.975, 1, 12.706", "0.975, 2, 4.303", "0.975, 3, 3.182", "0.975, 5, 2.571", "0.975, 10, 2.228",
        "0.975, 30, 2.042", "0.975, 100, 1.984", "0.95, 1, 6.314", "0.95, 7, 1.895", "0.95, 12, 1.782",
        "0.99, 4, 3.747", "0.99, 20, 2.528", "0.999, 6, 5.208", "0.90, 15, 1.341"
    })
    void quantilesAreThoseOfTheTable(double probability, double degrees, double expected) {
        assertThat(StudentT.quantile(probability, degrees)).isCloseTo(expected, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"-40", "-3.1", "-1", "-0.2", "0", "0.001", "0.7", "2", "15", "1000"})
    void oneDegreeOfFreedomIsCauchy(double t) {
        assertThat(StudentT.cumulative(t, 1)).isCloseTo(0.5 + Math.atan(t) / Math.PI, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"-40", "-3.1", "-1", "-0.2", "0", "0.001", "0.7", "2", "15", "1000"})
    void twoDegreesOfFreedomHaveAClosedForm(double t) {
        assertThat(StudentT.cumulative(t, 2)).isCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), within(1e-13));
    }

    @Test
    void theTwoTailsAddUpToOne() {
        for (double degrees = 1; degrees < 80; degrees += 0.37) {
            double upper = StudentT.cumulative(1.3, degrees);
            assertThat(upper + StudentT.cumulative(-1.3, degrees)).isCloseTo(1, within(1e-13));
        }
    }

    @Test
    void quantileAndCumulativeAreInverse() {
        for (double degrees = 1; degrees < 80; degrees += 0.37) {
            double t = StudentT.quantile(0.975, degrees);
            assertThat(StudentT.cumulative(t, degrees)).isCloseTo(0.975, within(1e-13));
        }
    }
}

package io.dorsal.coverage.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.figures.ClinicFigures.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuartilesTest {
    @Test
    void betweenTwoDaysTheyLieWhereTheirShareOfTheWaySays() {
        assertThat(Quartiles.of(List.of(7, 1, 4, 2)))
                .isEqualTo(new Spread(4, Rational.of(7, 4), Rational.of(3), Rational.of(19, 4)));
        assertThat(Quartiles.of(List.of(0, 2, 3, 5, 30)))
                .isEqualTo(new Spread(5, Rational.of(2), Rational.of(3), Rational.of(5)));
    }

    @Test
    void ofOneDayAllThreeAreThatDay() {
        assertThat(Quartiles.of(List.of(9))).isEqualTo(new Spread(1, Rational.of(9), Rational.of(9), Rational.of(9)));
    }
}

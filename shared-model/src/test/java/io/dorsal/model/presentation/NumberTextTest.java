package io.dorsal.model.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Test
    void whatAThresholdIsComparedWithNeverReadsAsReached() {
        assertThat(NumberText.comparedPercent(Rational.of(4_999, 100))).isEqualTo("49.9\u00a0%");
        assertThat(NumberText.comparedPercent(Rational.of(-6_666, 100))).isEqualTo("\u221266.6\u00a0%");
        assertThat(NumberText.comparedChange(Rational.of(200, 3))).isEqualTo("+66.6\u00a0%");
        assertThat(NumberText.comparedChange(Rational.of(-125, 2))).isEqualTo("\u221262.5\u00a0%");
        assertThat(NumberText.comparedChange(Rational.ZERO)).isEqualTo("0.0\u00a0%");
        assertThat(NumberText.truncated(Rational.of(1_089, 1_000), 2)).isEqualTo("1.08");
    }

    @Test
    void everythingElseIsRoundedHalfUp() {
        assertThat(NumberText.mean(Rational.of(95, 14))).isEqualTo("6.79");
        assertThat(NumberText.mean(Rational.of(13, 4))).isEqualTo("3.25");
        assertThat(NumberText.percent(Rational.of(200, 3))).isEqualTo("66.7\u00a0%");
        assertThat(NumberText.percent(11.5614)).isEqualTo("11.6\u00a0%");
        assertThat(NumberText.rounded(Rational.of(-1_245, 1_000), 2)).isEqualTo("\u22121.25");
        assertThat(NumberText.plain(Rational.of(50))).isEqualTo("50");
        assertThat(NumberText.plain(Rational.of(7, 2))).isEqualTo("3.5");
        assertThat(NumberText.count(41_207)).isEqualTo("41,207");
    }

    @Test
    void smallNegativeFiguresDoNotReadAsMinusZero() {
        assertThat(NumberText.mean(Rational.of(-1, 1_000))).isEqualTo("0.00");
        assertThat(NumberText.comparedChange(Rational.of(1, 1_000))).isEqualTo("0.0\u00a0%");
        assertThat(NumberText.difference(Rational.of(-1, 1_000), 1)).isEqualTo("0.0");
    }

    @Test
    void noneIsADash() {
        assertThat(NumberText.mean(null)).isEqualTo(NumberText.NONE);
        assertThat(NumberText.comparedPercent(null)).isEqualTo(NumberText.NONE);
        assertThat(NumberText.difference(null, 1)).isEqualTo(NumberText.NONE);
    }

    /** 7.5 to 2.8 must not read "+4.6": a difference is never further from the exact one than rounding allows. */
    @Test
    void aDifferenceIsTakenOfExactValues() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Rational one = Rational.of(random.nextInt(1_000), 1 + random.nextInt(20));
            Rational other = Rational.of(random.nextInt(1_000), 1 + random.nextInt(20));
            Rational exact = one.minus(other);
            String shown =
                    NumberText.difference(exact, 1).replace('\u2212', '-').replace("+", "");
            Rational off = Rational.of(new BigDecimal(shown)).minus(exact);
            assertThat(off.times(20).isAtMost(Rational.ONE) && off.times(-20).isAtMost(Rational.ONE))
                    .as("%s minus %s as %s", one, other, shown)
                    .isTrue();
        }
        assertThat(NumberText.difference(Rational.of(14, 3), 1)).isEqualTo("+4.7");
        assertThat(NumberText.difference(Rational.of(-23, 2), 1)).isEqualTo("\u221211.5");
    }
}

package io.dorsal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final LocalDays NEW_YORK = new LocalDays(ZoneId.of("America/New_York"));

    @Test
    void fractionsAreKeptInLowestTermsWithAPositiveDenominator() {
        assertThat(Rational.of(-6, -8)).hasToString("3/4");
        assertThat(Rational.of(6, -8)).hasToString("-3/4");
        assertThat(Rational.of(0, 5)).isEqualTo(Rational.ZERO);
        assertThat(Rational.parse("-3/4")).isEqualTo(Rational.of(-3, 4));
        assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aThirdThreeTimesIsExactlyOne() {
        assertThat(Rational.of(1, 3).times(3)).isEqualTo(Rational.ONE);
        assertThat(Rational.mean(List.of(Rational.of(1), Rational.of(2), Rational.of(4))))
                .isEqualTo(Rational.of(7, 3));
    }

    @Test
    void displayTruncatesTowardZero() {
        assertThat(Rational.of(new BigDecimal("49.95")).truncated(1)).isEqualByComparingTo("49.9");
        assertThat(Rational.of(-4995, 100).truncated(1)).isEqualByComparingTo("-49.9");
        assertThat(Rational.of(1, 3).onWire()).isEqualTo(new BigDecimal("0.3333"));
    }

    @Test
    void decimalsWithExponentsAreExact() {
        assertThat(Rational.of(new BigDecimal("1e3"))).isEqualTo(Rational.of(1000));
        assertThat(Rational.of(new BigDecimal("0.10"))).isEqualTo(Rational.of(1, 10));
    }

    @Test
    void localDaysLast23And24And25Hours() {
        assertThat(NEW_YORK.spanOf(LocalDate.parse("2026-03-08")).length()).isEqualTo(Duration.ofHours(23));
        assertThat(NEW_YORK.spanOf(LocalDate.parse("2026-03-09")).length()).isEqualTo(Duration.ofHours(24));
        assertThat(NEW_YORK.spanOf(LocalDate.parse("2026-11-01")).length()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aDateThatTheZoneSkippedIsNone() {
        LocalDays samoa = new LocalDays(ZoneId.of("Pacific/Apia"));
        LocalDate skipped = LocalDate.parse("2011-12-30");

        assertThat(samoa.has(skipped)).isFalse();
        assertThat(samoa.dates(skipped.minusDays(1), skipped.plusDays(1)))
                .containsExactly(skipped.minusDays(1), skipped.plusDays(1));
        assertThat(samoa.plus(skipped.minusDays(1), 1)).isEqualTo(skipped.plusDays(1));
        assertThat(samoa.plus(skipped.plusDays(3), -3)).isEqualTo(skipped.minusDays(1));
        assertThat(samoa.dates(skipped.plusDays(1), skipped)).isEmpty();
    }

    @Test
    void aDayBeginsWhereItsZoneBeginsIt() {
        // Beirut springs forward at midnight: the first instant of that date is 01:00.
        LocalDays beirut = new LocalDays(ZoneId.of("Asia/Beirut"));
        assertThat(beirut.startOf(LocalDate.parse("2026-03-29"))).isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
    }

    @Test
    void aFactDigestKnowsNoOrderAndEveryChange() {
        TrialId trial = new TrialId("T-1");
        ReportId report = new ReportId("p-1");
        DeviceId device = new DeviceId("D-1");
        String one = new FactDigest()
                .trial(trial, 1, "{}")
                .report(report, 1, "{}")
                .events(device, 0, SequenceRanges.of(0, 1))
                .hex();

        assertThat(new FactDigest()
                        .events(device, 0, SequenceRanges.of(1, 0, 1))
                        .report(report, 1, "{}")
                        .trial(trial, 1, "{}")
                        .hex())
                .isEqualTo(one)
                .matches("[0-9a-f]{64}");
        assertThat(new FactDigest()
                        .trial(trial, 1, "{}")
                        .report(report, 1, "{}")
                        .events(device, 0, SequenceRanges.of(0, 2))
                        .hex())
                .isNotEqualTo(one);
    }
}

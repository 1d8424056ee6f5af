package io.dorsal.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that are negative, or that no binary number and no four places can hold, on their way through the codec. */
class ResponderOutcomeFiguresTest {
    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    @ParameterizedTest
    @CsvSource({
        "0.29, 0.2900",
        "20.1, 20.1000",
        "4.35, 4.3500",
        "-12.34567, -12.3456",
        "-0.00004, 0.0000",
        "1.0E-9, 0.0000",
        "99.99999, 99.9999",
        "-1.0E7, -10000000.0000"
    })
    void aFigureIsSentAsTheDecimalThatItStandsFor(double figure, BigDecimal sent) {
        JsonNode node = Json.parse(ResponderOutcomeCodec.stored(worse(figure)));

        assertThat(node.at("/interval/low").decimalValue()).isEqualTo(sent);
        assertThat(node.at("/confidence").decimalValue()).isEqualTo(sent);
    }

    @Test
    void negativeFiguresSurviveTheWayThereAndBack() {
        ResponderOutcome read = ResponderOutcomeReader.parse(ResponderOutcomeCodec.stored(worse(-41.6)));

        assertThat(read.relief()).isEqualTo(Rational.of(-100, 3));
        assertThat(read.lastThreeRelief()).isEqualTo(Rational.of(new BigDecimal("-33.3333")));
        assertThat(read.bocf()).isEqualTo(Rational.of(new BigDecimal("-14.2857")));
        assertThat(read.bounds().worst()).isEqualTo(Rational.of(new BigDecimal("-66.6666")));
        assertThat(read.interval().low()).isEqualTo(-41.6);
        assertThat(read.perceivedRelief().percent()).isEqualTo(Rational.of(-20));
        assertThat(read.perceivedRelief().gap()).isEqualTo(Rational.of(new BigDecimal("-13.3333")));
        assertThat(read.clock().getFirst().offsetMillis()).isEqualTo(-1_500L);
    }

    @Test
    void partsOfASecondSurviveTheWayThereAndBack() {
        ResponderOutcome.Day read = ResponderOutcomeReader.parse(ResponderOutcomeCodec.stored(worse(0)))
                .days()
                .getFirst();

        assertThat(read.on()).isEqualTo(Duration.parse("PT12H0.5S"));
        assertThat(read.unknown()).isEqualTo(Duration.parse("PT11H59M59.499999S"));
    }

    @Test
    void usageIsTheExactShareOfTheDay() {
        ResponderOutcome.Day day = worse(0).days().getFirst();

        assertThat(day.usagePercent()).isEqualTo(Rational.of(86_401, 1_728));
        assertThat(Json.parse(ResponderOutcomeCodec.stored(worse(0)))
                        .at("/days/0/usagePercent")
                        .decimalValue())
                .isEqualTo(new BigDecimal("50.0005"));
    }

    private static ResponderOutcome worse(double figure) {
        Rational third = Rational.of(-100, 3);
        ResponderOutcome.WindowMean window = new ResponderOutcome.WindowMean(DAY, DAY, Rational.of(8), 7, 7);
        return new ResponderOutcome(
                new TrialId("T-1"),
                "pain-relief/1",
                NOON,
                false,
                PainScale.NRS,
                PainConstruct.AVERAGE,
                Status.NON_RESPONDER,
                null,
                Grade.BELOW_MODERATE,
                false,
                window,
                window,
                window,
                third,
                third,
                new ResponderOutcome.Bounds(Rational.of(-200, 3), third),
                Rational.of(-100, 7),
                true,
                false,
                new ResponderOutcome.Interval(figure, figure),
                figure,
                null,
                false,
                new ResponderOutcome.PerceivedRelief(NOON, Rational.of(-20), Rational.of(-40, 3)),
                new ResponderOutcome.Stimulation("stimulation/1", List.of(), List.of(), List.of()),
                List.of(),
                List.of(new ResponderOutcome.BootClock("ETS-1", 0, null, -1500L, 3, ClockTrust.TRUSTED)),
                List.of(new ResponderOutcome.Day(
                        DAY,
                        DayWindow.TRIAL,
                        1,
                        Rational.of(8),
                        Duration.ofHours(24),
                        Duration.ofMillis(43_200_500),
                        Duration.ofNanos(1_000),
                        Duration.parse("PT11H59M59.499999S"))),
                List.of(),
                List.of(),
                "ab".repeat(32),
                "cd".repeat(32),
                null);
    }
}

package io.dorsal.dashboard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.outcome.StimulationState;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void figuresAreTruncatedNeverRoundedUp() {
        assertThat(Figures.percent(Rational.of(4_999, 100))).isEqualTo("49.9\u00a0%");
        assertThat(Figures.percent(49.9999)).isEqualTo("49.9\u00a0%");
        assertThat(Figures.decimal(Rational.of(-199, 100))).isEqualTo("\u22121.9");
        assertThat(Figures.percent(null)).isEqualTo("\u2013\u00a0%".substring(0, 1));
    }

    @Test
    void smallNegativeFiguresDoNotShowAsMinusZero() {
        assertThat(Figures.decimal(Rational.of(-1, 100))).isEqualTo("0.0");
        assertThat(Figures.difference(Rational.of(23, 2))).isEqualTo("+11.5");
        assertThat(Figures.difference(Rational.of(-23, 2))).isEqualTo("\u221211.5");
        assertThat(Figures.plain(Rational.of(50))).isEqualTo("50");
        assertThat(Figures.plain(Rational.of(7, 2))).isEqualTo("3.5");
    }

    @Test
    void countsAndStretchesReadEasily() {
        assertThat(Figures.count(41_207)).isEqualTo("41,207");
        assertThat(Figures.hours(90_000)).isEqualTo("25\u00a0h 00\u00a0min");
        assertThat(Figures.stretch(Duration.ofDays(4))).isEqualTo("4\u00a0days");
        assertThat(Figures.stretch(Duration.ofHours(-5))).isEqualTo("5\u00a0h");
        assertThat(Figures.stretch(Duration.ofMinutes(12))).isEqualTo("12\u00a0min");
        assertThat(Figures.offset(-1_550)).isEqualTo("\u22121.5\u00a0s");
        assertThat(Figures.offset(0)).isEqualTo("0.0\u00a0s");
        assertThat(Figures.offset(600_000)).isEqualTo("+10\u00a0min");
        assertThat(Figures.offset(36_000_000)).isEqualTo("+10\u00a0h 00\u00a0min");
    }

    @Test
    void timesAreInTheTrialsZoneAndSaySo() {
        assertThat(Times.minute(Instant.parse("2026-03-09T14:00:00Z"), NEW_YORK))
                .isEqualTo("9 Mar 2026, 10:00 EDT");
        assertThat(Times.field(Instant.parse("2026-03-09T14:00:00Z"), NEW_YORK)).isEqualTo("2026-03-09T10:00");
    }

    @Test
    void theAsOfFieldIsLocalAndTheRepeatedHourMeansTheEarlier() {
        assertThat(Times.parse("2026-11-01T01:30", NEW_YORK)).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(Times.parse("2026-11-01T01:30:00-05:00", NEW_YORK)).isEqualTo("2026-11-01T06:30:00Z");
        assertThatThrownBy(() -> Times.parse("yesterday", NEW_YORK)).isInstanceOf(Malformed.class);
    }

    @Test
    void everyWordOfTheWireHasItsOwnPhrase() {
        distinct(Status.values(), Words::status);
        distinct(StatusReason.values(), Words::reason);
        distinct(Grade.values(), Words::grade);
        distinct(TrialState.values(), Words::state);
        distinct(Therapy.values(), Words::therapy);
        distinct(PainScale.values(), Words::scale);
        distinct(PainConstruct.values(), Words::construct);
        distinct(DayWindow.values(), Words::window);
        distinct(StimulationState.values(), Words::stimulation);
        distinct(ClockTrust.values(), Words::trust);
    }

    private static <T> void distinct(T[] words, Function<T, String> phrase) {
        assertThat(Arrays.stream(words).map(phrase)).doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    @Test
    void unknownWordsAreShownAsTheyCome() {
        assertThat(Words.waveform("high-frequency")).isEqualTo("high frequency");
        assertThat(Words.waveform("new-one")).isEqualTo("new-one");
        assertThat(Words.waveform(null)).isNull();
        assertThat(Words.spoken("lead-disconnected")).isEqualTo("Lead disconnected");
        assertThat(Words.spoken("-")).isEqualTo("-");
    }
}

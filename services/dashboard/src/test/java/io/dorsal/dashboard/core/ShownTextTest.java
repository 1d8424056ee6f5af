package io.dorsal.dashboard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
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

class ShownTextTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void lengthsReadEasily() {
        assertThat(Durations.hours(90_000)).isEqualTo("25\u00a0h 00\u00a0min");
        assertThat(Durations.stretch(Duration.ofDays(4))).isEqualTo("4\u00a0days");
        assertThat(Durations.stretch(Duration.ofHours(-5))).isEqualTo("5\u00a0h");
        assertThat(Durations.stretch(Duration.ofMinutes(12))).isEqualTo("12\u00a0min");
        assertThat(Durations.offset(-1_550)).isEqualTo("\u22121.5\u00a0s");
        assertThat(Durations.offset(0)).isEqualTo("0.0\u00a0s");
        assertThat(Durations.offset(600_000)).isEqualTo("+10\u00a0min");
        assertThat(Durations.offset(36_000_000)).isEqualTo("+10\u00a0h 00\u00a0min");
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

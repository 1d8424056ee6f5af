package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.ClockTrust;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeviceClockTest {
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

    @Test
    void theOffsetIsTheMedianLagOfLiveSamples() {
        DeviceClock clock = clock(live(10, Duration.ofSeconds(90)));

        assertThat(clock).isEqualTo(told(90_000L, 10, ClockTrust.TRUSTED));
    }

    @Test
    void aSlowDriftStaysLive() {
        List<ClockSample> samples = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Instant received = START.plusSeconds(i * 300L);
            samples.add(new ClockSample(i, received.minusSeconds(i * 10L), received));
        }

        assertThat(clock(samples)).isEqualTo(told(20_000L, 5, ClockTrust.TRUSTED));
    }

    @Test
    void aReplayDoesNotDisturbTheOffset() {
        List<ClockSample> samples = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            samples.add(new ClockSample(i, START.minus(Duration.ofMinutes(500 - i)), START.plusMillis(i)));
        }
        live(10, Duration.ofSeconds(3))
                .forEach(s -> samples.add(new ClockSample(
                        s.seq() + 500,
                        s.at().plus(Duration.ofMinutes(5)),
                        s.receivedAt().plus(Duration.ofMinutes(5)))));

        DeviceClock clock = clock(samples);

        assertThat(clock.offsetMillis()).isEqualTo(3_000L);
        assertThat(clock.trust()).isEqualTo(ClockTrust.TRUSTED);
    }

    @Test
    void aBootThatWasReplayedAsAWholeIsBelieved() {
        List<ClockSample> samples = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            samples.add(new ClockSample(i, START.minus(Duration.ofMinutes(5_000 - 10L * i)), START));
        }

        assertThat(clock(samples)).isEqualTo(told(null, 0, ClockTrust.OFFSET_UNKNOWN));
    }

    @Test
    void oneSampleTellsNoOffset() {
        assertThat(clock(live(1, Duration.ZERO)).trust()).isEqualTo(ClockTrust.OFFSET_UNKNOWN);
    }

    @Test
    void anEpochResetIsUntrusted() {
        assertThat(clock(live(3, Duration.ofDays(20_000))).trust()).isEqualTo(ClockTrust.UNTRUSTED);
    }

    @Test
    void exactlyTwentyFourHoursIsTrustedStill() {
        assertThat(clock(live(3, Duration.ofHours(24))).trust()).isEqualTo(ClockTrust.TRUSTED);
        assertThat(clock(live(3, Duration.ofHours(24).plusMillis(1))).trust()).isEqualTo(ClockTrust.UNTRUSTED);
        assertThat(clock(live(3, Duration.ofHours(-24))).trust()).isEqualTo(ClockTrust.TRUSTED);
        assertThat(clock(live(3, Duration.ofHours(-25))).trust()).isEqualTo(ClockTrust.UNTRUSTED);
    }

    @Test
    void aTimeFarAfterItsReceiptIsNeverBelieved() {
        List<ClockSample> samples = List.of(new ClockSample(0, START.plus(Duration.ofHours(25)), START));

        assertThat(clock(samples)).isEqualTo(told(null, 0, ClockTrust.UNTRUSTED));
    }

    @Test
    void anEpochResetWithoutLiveSamplesIsUntrusted() {
        List<ClockSample> samples = List.of(
                new ClockSample(0, Instant.EPOCH.plusSeconds(5), START),
                new ClockSample(1, Instant.EPOCH.plusSeconds(3_605), START.plusSeconds(3_700)));

        assertThat(clock(samples)).isEqualTo(told(null, 0, ClockTrust.UNTRUSTED));
    }

    @Test
    void whatWasHeldBackForExactlySixtyDaysIsBelievedStill() {
        assertThat(clock(live(1, Duration.ofDays(5 * 365))).trust()).isEqualTo(ClockTrust.OFFSET_UNKNOWN);
        assertThat(clock(live(1, Duration.ofDays(5 * 365).plusMillis(1))).trust())
                .isEqualTo(ClockTrust.UNTRUSTED);
    }

    @Test
    void aClockThatBeganIn1970AndWasThenSetIsOnlyWrongAtFirst() {
        List<ClockSample> samples =
                List.of(new ClockSample(0, Instant.EPOCH, START), new ClockSample(1, START.minusSeconds(9), START));

        assertThat(clock(samples)).isEqualTo(told(null, 0, ClockTrust.OFFSET_UNKNOWN));
        assertThat(clock(samples).isBelievable(Instant.EPOCH, START)).isFalse();
        assertThat(clock(samples).isBelievable(START.minusSeconds(9), START)).isTrue();
    }

    @Test
    void oneStraySampleAheadDoesNotDiscardABootThatIsSentLive() {
        List<ClockSample> samples = new ArrayList<>(live(10, Duration.ofSeconds(2)));
        samples.add(new ClockSample(10, START.plus(Duration.ofDays(3)), START.plusSeconds(600)));

        assertThat(clock(samples)).isEqualTo(told(2_000L, 10, ClockTrust.TRUSTED));
        assertThat(clock(samples).isBelievable(START.plus(Duration.ofDays(3)), START.plusSeconds(600)))
                .isFalse();
    }

    @Test
    void aReplayInTwoPiecesIsNotLive() {
        Duration late = Duration.ofDays(4);
        List<ClockSample> samples = List.of(
                new ClockSample(0, START.minus(late), START),
                new ClockSample(1, START.minus(late).plusSeconds(120), START.plusSeconds(120)));

        assertThat(clock(samples)).isEqualTo(told(null, 0, ClockTrust.OFFSET_UNKNOWN));
    }

    @Test
    void twoReplaysInTwoPiecesEachAreNotLiveEither() {
        List<ClockSample> samples = new ArrayList<>();
        for (int replay = 0; replay < 2; replay++) {
            Instant received = START.plus(Duration.ofHours(replay));
            Instant at = START.minus(Duration.ofDays(4)).plus(Duration.ofDays(replay));
            samples.add(new ClockSample(replay * 2L, at, received));
            samples.add(new ClockSample(replay * 2L + 1, at.plusSeconds(120), received.plusSeconds(120)));
        }

        assertThat(clock(samples)).isEqualTo(told(null, 0, ClockTrust.OFFSET_UNKNOWN));
    }

    @Test
    void eventsLessThanAMinuteApartAreComparedWithTheNextButOne() {
        List<ClockSample> samples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Instant received = START.plusSeconds(i * 55L);
            samples.add(new ClockSample(i, received.minusSeconds(90), received));
        }

        assertThat(clock(samples).offsetMillis()).isEqualTo(90_000L);
        assertThat(clock(samples).trust()).isEqualTo(ClockTrust.TRUSTED);
    }

    @Test
    void anOffsetOfAMinuteOrMoreIsCorrectedAndLessIsTransit() {
        assertThat(clock(live(5, Duration.ofSeconds(60))).correction()).isEqualTo(Duration.ofSeconds(60));
        assertThat(clock(live(5, Duration.ofSeconds(-60))).correction()).isEqualTo(Duration.ofSeconds(-60));
        assertThat(clock(live(5, Duration.ofMillis(59_999))).correction()).isZero();
        assertThat(clock(live(5, Duration.ofDays(2))).correction()).isZero();
        assertThat(clock(live(2, Duration.ofHours(1))).correction()).isZero();
    }

    private static DeviceClock told(@Nullable Long offsetMillis, int liveSamples, ClockTrust trust) {
        return new DeviceClock(offsetMillis, liveSamples, trust, Rules.PAIN_RELIEF_1.clock());
    }

    private static List<ClockSample> live(int count, Duration lag) {
        List<ClockSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant received = START.plusSeconds(i * 60L);
            samples.add(new ClockSample(i, received.minus(lag), received));
        }
        return samples;
    }

    private static DeviceClock clock(List<ClockSample> samples) {
        return DeviceClock.of(samples, Rules.PAIN_RELIEF_1.clock());
    }
}

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
    void aSlowDriftStaysLiveAndCorrectsNothingPastItsReceipt() {
        List<ClockSample> samples = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Instant received = START.plusSeconds(i * 300L);
            samples.add(new ClockSample(i, received.minusSeconds(i * 10L), received));
        }

        assertThat(clock(samples)).isEqualTo(told(0L, 5, ClockTrust.TRUSTED));
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
    void whatWasHeldBackForExactlyFiveYearsIsBelievedStill() {
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

    /** Three uploads a minute apart, each of something two hours old, beside one event that was sent at once. */
    @Test
    void anOffsetBeyondTheLeastLagIsRefuted() {
        List<ClockSample> samples = new ArrayList<>();
        samples.add(new ClockSample(0, START, START));
        for (int i = 1; i <= 3; i++) {
            Instant received = START.plusSeconds(61L * i);
            samples.add(new ClockSample(i, received.minus(Duration.ofHours(2)), received));
        }

        assertThat(clock(samples)).isEqualTo(told(0L, 3, ClockTrust.TRUSTED));
        assertThat(clock(samples.subList(1, 4)).offsetMillis()).isEqualTo(7_200_000L);
    }

    @Test
    void aBacklogSentAtItsOwnPaceIsBelievedAsSoonAsSomethingIsSentAtOnce() {
        List<ClockSample> backlog = live(10, Duration.ofHours(66));
        assertThat(clock(backlog).trust()).isEqualTo(ClockTrust.UNTRUSTED);

        List<ClockSample> caughtUp = new ArrayList<>(backlog);
        Instant later = START.plus(Duration.ofHours(1));
        caughtUp.add(new ClockSample(10, later, later.plusMillis(200)));

        assertThat(clock(caughtUp)).isEqualTo(told(200L, 10, ClockTrust.TRUSTED));
        assertThat(clock(caughtUp).correction()).isZero();
    }

    @Test
    void ofAnEvenNumberAnOffsetThatWasSeenIsUsed() {
        List<ClockSample> samples = new ArrayList<>(live(3, Duration.ofHours(-2)));
        for (int i = 3; i < 6; i++) {
            Instant received = START.plusSeconds(600 + i * 61L);
            samples.add(new ClockSample(i, received, received));
        }

        assertThat(clock(samples).offsetMillis()).isEqualTo(-7_200_000L);
    }

    @Test
    void aClockThatIsAheadOfItsReceiptIsFastAlsoInAReplay() {
        List<ClockSample> samples = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            samples.add(new ClockSample(
                    i, START.minus(Duration.ofMinutes(10L * (50 - i))).plusSeconds(7_200), START));
        }

        assertThat(clock(samples)).isEqualTo(told(-6_600_000L, 0, ClockTrust.TRUSTED));
    }

    @Test
    void oneEventAheadOfARightClockHasNoTimeOfItsOwn() {
        List<ClockSample> samples = new ArrayList<>(live(10, Duration.ofSeconds(2)));
        samples.add(new ClockSample(10, START.plus(Duration.ofHours(3)), START.plusSeconds(660)));

        assertThat(clock(samples)).isEqualTo(told(2_000L, 10, ClockTrust.TRUSTED));
        assertThat(clock(samples).isBelievable(START.plus(Duration.ofHours(3)), START.plusSeconds(660)))
                .isFalse();
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

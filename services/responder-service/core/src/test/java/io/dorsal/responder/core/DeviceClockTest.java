package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.ClockTrust;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceClockTest {
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

    @Test
    void theOffsetIsTheMedianLagOfLiveSamples() {
        DeviceClock clock = clock(live(10, Duration.ofSeconds(90)));

        assertThat(clock).isEqualTo(new DeviceClock(90_000L, 10, ClockTrust.TRUSTED));
    }

    @Test
    void aSlowDriftStaysLive() {
        List<ClockSample> samples = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Instant received = START.plusSeconds(i * 300L);
            samples.add(new ClockSample(i, received.minusSeconds(i * 10L), received));
        }

        assertThat(clock(samples)).isEqualTo(new DeviceClock(20_000L, 5, ClockTrust.TRUSTED));
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

        assertThat(clock(samples)).isEqualTo(new DeviceClock(null, 0, ClockTrust.OFFSET_UNKNOWN));
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

        assertThat(clock(samples)).isEqualTo(new DeviceClock(null, 0, ClockTrust.UNTRUSTED));
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

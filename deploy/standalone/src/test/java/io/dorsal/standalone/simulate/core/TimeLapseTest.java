package io.dorsal.standalone.simulate.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeLapseTest {
    private static final Instant STARTED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant FROM = Instant.parse("2026-11-20T12:00:00Z");
    private final TimeLapse lapse = new TimeLapse(FROM, STARTED, 600);

    @Test
    void simulatedTimeRunsFaster() {
        assertThat(lapse.simulated(STARTED.plusSeconds(6))).isEqualTo(FROM.plusSeconds(3_600));
        assertThat(lapse.until(FROM.plusSeconds(3_600), STARTED)).isEqualTo(Duration.ofSeconds(6));
        assertThat(lapse.until(FROM.plusSeconds(3_600), STARTED.plusSeconds(9))).isZero();
    }

    @Test
    void itNeverOvertakesThePresent() {
        Instant later = STARTED.plus(Duration.ofHours(1));
        assertThat(lapse.simulated(later)).isEqualTo(later);
        assertThat(lapse.until(later.plusSeconds(30), later)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void atTheSpeedOfLifeThePresentIsThePresent() {
        TimeLapse life = new TimeLapse(STARTED, STARTED, 1);
        assertThat(life.simulated(STARTED.plusSeconds(5))).isEqualTo(STARTED.plusSeconds(5));
    }

    @Test
    void aSpeedThatIsNotPositiveIsRefused() {
        assertThatThrownBy(() -> new TimeLapse(FROM, STARTED, 0)).hasMessageContaining("positive");
    }
}

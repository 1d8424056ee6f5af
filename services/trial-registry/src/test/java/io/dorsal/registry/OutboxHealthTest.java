package io.dorsal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class OutboxHealthTest {
    private static final OutboxSettings SETTINGS = new OutboxSettings(
            500, Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(60));

    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final OutboxProgress progress = new OutboxProgress(new SimpleMeterRegistry(), () -> now);
    private final OutboxHealth health = new OutboxHealth(progress, SETTINGS);

    @Test
    void wellWhileTheRelaySpeaksAndNothingWaitsLong() {
        progress.waiting(3, now.minusSeconds(59));
        assertThat(status()).isEqualTo(Status.UP);
        progress.idle();
        now = now.plusSeconds(64);
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void notWellWhenTheFirstRowIsOldAlthoughOthersGoThrough() {
        progress.waiting(3, now.minusSeconds(60));
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void notWellAfterFailingForLong() {
        progress.failed(new IllegalStateException());
        now = now.plusSeconds(60);
        progress.failed(new IllegalStateException());
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void notWellWhenTheRelayHasFallenSilent() {
        progress.idle();
        now = now.plusSeconds(65);
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    private Status status() {
        return health.call().getStatus();
    }
}

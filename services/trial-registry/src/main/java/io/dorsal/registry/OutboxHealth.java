package io.dorsal.registry;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shows an outbox that makes no progress: it fails, its first row is too old, or the relay has fallen silent. It is
 * neither readiness nor liveness: while Kafka is away writes are still taken, and a restart would not help.
 */
@Wellness
@ApplicationScoped
class OutboxHealth implements HealthCheck {
    private final OutboxProgress progress;
    private final OutboxSettings settings;

    @Inject
    OutboxHealth(OutboxProgress progress, RegistryConfig config) {
        this(progress, OutboxSettings.of(config.outbox()));
    }

    OutboxHealth(OutboxProgress progress, OutboxSettings settings) {
        this.progress = progress;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        Duration failing = progress.failingFor().orElse(Duration.ZERO);
        Duration age = progress.age();
        // A relay with nothing to do speaks once per look; a look may take its time while Kafka or PostgreSQL is slow.
        Duration silent = progress.silentFor().minus(settings.pollInterval());
        boolean well =
                Stream.of(failing, age, silent).noneMatch(duration -> duration.compareTo(settings.stalledAfter()) >= 0);
        return HealthCheckResponse.named("outbox reaches Kafka")
                .status(well)
                .withData("backlog", progress.backlog())
                .withData("failingForSeconds", failing.toSeconds())
                .withData("oldestSeconds", age.toSeconds())
                .build();
    }
}

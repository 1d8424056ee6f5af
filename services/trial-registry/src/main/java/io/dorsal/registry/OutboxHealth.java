package io.dorsal.registry;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shows an outbox that makes no progress. It is neither readiness nor liveness: while Kafka is away writes are still
 * taken, and a restart would not help.
 */
@Wellness
@ApplicationScoped
class OutboxHealth implements HealthCheck {
    private final OutboxProgress progress;
    private final Duration stalledAfter;

    OutboxHealth(OutboxProgress progress, RegistryConfig config) {
        this.progress = progress;
        this.stalledAfter = config.outbox().stalledAfter();
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Duration> failing = progress.failingFor();
        boolean well = failing.isEmpty() || failing.get().compareTo(stalledAfter) < 0;
        return HealthCheckResponse.named("outbox reaches Kafka")
                .status(well)
                .withData("backlog", progress.backlog())
                .withData("failingForSeconds", failing.map(Duration::toSeconds).orElse(0L))
                .build();
    }
}

package io.dorsal.responder;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness by progress, not by process: not ready when records wait and the stored position has not moved for the
 * stated time, although Kafka and PostgreSQL answer.
 */
@Readiness
@ApplicationScoped
class ProgressCheck implements HealthCheck {
    private final ResponderConfig config;
    private final Consuming consuming;
    private final Progress progress;

    ProgressCheck(ResponderConfig config, Consuming consuming, Progress progress) {
        this.config = config;
        this.consuming = consuming;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        boolean alive = consuming.isAlive() || !config.consumer().enabled();
        Set<String> stalled = progress.stalled();
        return HealthCheckResponse.named("progress")
                .status(alive && stalled.isEmpty())
                .withData("recordsWaiting", progress.recordsWaiting())
                .withData("stalled", stalled.isEmpty() ? "none" : String.join(", ", stalled))
                .withData("consumer", alive ? "running" : "ended: see the log, then restart this service")
                .build();
    }
}

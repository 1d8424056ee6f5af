package io.dorsal.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness by progress, not by process: not ready when a thread has ended, or when records wait, in Kafka or in the
 * outbox, and nothing has moved for the stated time although Kafka and PostgreSQL answer.
 */
@Readiness
@ApplicationScoped
class ProgressCheck implements HealthCheck {
    private static final String ENDED = "ended: see the log, then restart this service";

    private final MergeConfig config;
    private final Consuming consuming;
    private final Publishing publishing;
    private final Progress progress;

    ProgressCheck(Merging merging, Consuming consuming, Publishing publishing, Progress progress) {
        config = merging.config();
        this.consuming = consuming;
        this.publishing = publishing;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return told(
                consuming.isAlive() || !config.consumer().enabled(),
                publishing.isAlive(),
                progress.recordsWaiting(),
                progress.outboxAge(),
                progress.stalled());
    }

    static HealthCheckResponse told(
            boolean reads, boolean publishes, long recordsWaiting, Duration outboxAge, Set<String> stalled) {
        return HealthCheckResponse.named("progress")
                .status(reads && publishes && stalled.isEmpty())
                .withData("recordsWaiting", recordsWaiting)
                .withData("outboxAgeSeconds", outboxAge.toSeconds())
                .withData("stalled", stalled.isEmpty() ? "none" : String.join(", ", stalled))
                .withData("consumer", reads ? "running" : ENDED)
                .withData("publisher", publishes ? "running" : ENDED)
                .build();
    }
}

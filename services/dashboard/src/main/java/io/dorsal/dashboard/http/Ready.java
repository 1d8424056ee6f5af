package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the topics have been read to the end. When Kafka goes away later it stays ready: a page that says it is
 * stale helps a clinic more than none.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private final Board board;

    public Ready(Board board) {
        this.board = board;
    }

    @Override
    public HealthCheckResponse call() {
        Freshness freshness = board.freshness();
        return HealthCheckResponse.named("topics read to the end")
                .status(freshness.readToEnd())
                .withData("stale", freshness.stale())
                .withData("heardAt", String.valueOf(freshness.heardAt()))
                .build();
    }
}

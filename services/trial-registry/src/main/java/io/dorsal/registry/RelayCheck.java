package io.dorsal.registry;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready once the thread that empties the outbox has ended, as by an Error: what is written would stay here. */
@Readiness
@ApplicationScoped
class RelayCheck implements HealthCheck {
    private final Registry registry;

    RelayCheck(Registry registry) {
        this.registry = registry;
    }

    @Override
    public HealthCheckResponse call() {
        boolean alive = registry.isRelaying();
        return HealthCheckResponse.named("outbox relay")
                .status(alive)
                .withData("thread", alive ? "running" : "ended: see the log, then restart this service")
                .build();
    }
}

package io.dorsal.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the ports are open and all registered devices are known. Kafka away later only slows devices down. */
@Readiness
@ApplicationScoped
public class GatewayReadiness implements HealthCheck {
    private final Gateway gateway;

    GatewayReadiness(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registered devices are known")
                .status(gateway.isReady())
                .build();
    }
}

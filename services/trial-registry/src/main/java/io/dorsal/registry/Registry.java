package io.dorsal.registry;

import io.dorsal.registry.kafka.BatchProducer;
import io.dorsal.registry.store.OutboxDoor;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Wires what Quarkus does not wire by itself: the clock, and the thread that empties the outbox. */
@ApplicationScoped
class Registry {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final OutboxRelay relay;
    private final Thread relaying;

    Registry(
            RegistryConfig config,
            OutboxDoor door,
            OutboxProgress progress,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        OutboxSettings settings = OutboxSettings.of(config.outbox());
        relay = new OutboxRelay(door::open, new BatchProducer(kafka, settings.deliveryTimeout()), settings, progress);
        relaying = Thread.ofPlatform().name("outbox-relay").unstarted(relay);
    }

    void start(@Observes StartupEvent event) {
        relaying.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        relay.stop(relaying);
        relaying.join(STOP_TIMEOUT);
    }

    boolean isRelaying() {
        return relaying.isAlive();
    }

    /** The one clock; tests may replace it. */
    @Produces
    @Singleton
    static InstantSource clock() {
        return InstantSource.system();
    }
}

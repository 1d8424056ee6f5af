package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** PostgreSQL killed, Kafka killed, Kafka frozen, all under load: the service catches up by itself, ledger exact. */
class OutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration AWAY = Duration.ofSeconds(5);
    /** -Dfrozen=PT60S goes past the group's session timeout; the suite keeps it short. */
    private static final Duration FROZEN = Duration.parse(System.getProperty("frozen", "PT15S"));

    @Test
    void nothingIsLostNothingIsStuck() throws Exception {
        try (Backends backends = Backends.start();
                Instance instance = new Instance(backends, "outage").started();
                Load load = new Load(backends.bootstrapServers(), "out", 10)) {
            awaitMoving(instance);

            backends.killPostgres();
            wait(AWAY);
            backends.startPostgres();
            awaitMoving(instance);

            backends.killKafka();
            wait(AWAY);
            backends.startKafka();
            awaitMoving(instance);

            backends.kafka().pause();
            wait(FROZEN);
            backends.kafka().resume();
            awaitMoving(instance);

            long perDevice = load.end();
            await().atMost(PATIENCE).untilAsserted(() -> load.assertCounted(instance, perDevice));
            await().atMost(PATIENCE).until(() -> instance.backlog() == 0);
            assertThat(instance.consuming.isAlive()).isTrue();
        }
    }

    private static void awaitMoving(Instance instance) {
        long[] before = {-1};
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            if (before[0] < 0) {
                before[0] = instance.merged();
            }
            return instance.merged() > before[0] + 100;
        });
    }

    /** An outage has a length; there is no fact to wait for. */
    private static void wait(Duration outage) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(outage.toMillis());
    }
}

package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Instances that come and go share the partitions, and count each fact once. */
class TwoInstancesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void comingAndGoingNeitherLosesNorDoubles() throws Exception {
        Backends backends = Backends.shared();
        try (Load load = new Load(backends.bootstrapServers(), "two", 12);
                Instance first = new Instance(backends, "two_instances").started()) {
            await().atMost(PATIENCE).until(() -> load.sent() > 100);
            try (Instance second = new Instance(backends, "two_instances").started()) {
                await().atMost(PATIENCE).until(() -> !second.consuming.owned().isEmpty());
                // Each tells only of itself, so in the midst of a rebalance the two need not agree.
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(second.consuming.owned())
                                .isNotEmpty()
                                .doesNotContainAnyElementsOf(first.consuming.owned()));
                long then = load.sent();
                await().atMost(PATIENCE).until(() -> load.sent() > then + 100);
                first.consuming.stop();
                await().atMost(PATIENCE).until(() -> second.consuming.owned().size() == 36);
                first.consuming.start();
                await().atMost(PATIENCE).until(() -> !first.consuming.owned().isEmpty());
            }
            long perDevice = load.end();
            await().atMost(PATIENCE).untilAsserted(() -> load.assertCounted(first, perDevice));
        }
    }
}

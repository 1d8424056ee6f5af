package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Whoever stops a service kills it after 45 s: it must have ended by itself before, also without Kafka. */
class StopIT {
    private static final String NO_KAFKA = "127.0.0.1:1";

    @Test
    void withoutKafkaItStartsAndStopsAndKeepsItsOutbox() throws Exception {
        try (Instance instance = new Instance(Backends.shared(), "stop", NO_KAFKA)) {
            var record = Samples.trial("T-1", 1, "D-1");
            instance.pipeline.take(List.of(new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value())));
            instance.lifecycle.start(new StartupEvent());
            await().until(() -> instance.consuming.isAlive() && instance.publishing.isAlive());

            assertTimeoutPreemptively(Duration.ofSeconds(25), () -> instance.lifecycle.stop(new ShutdownEvent()));

            assertThat(instance.publishing.isAlive()).isFalse();
            assertThat(instance.backlog()).isEqualTo(1);
        }
    }
}

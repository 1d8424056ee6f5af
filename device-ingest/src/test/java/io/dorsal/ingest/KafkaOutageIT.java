package io.dorsal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.embedded.KafkaProcess;
import io.dorsal.embedded.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka hangs, is killed, or is away for longer than anyone waits: nothing is lost, nothing overtakes. */
class KafkaOutageIT {
    private static final int DEVICES = 4;
    private static final int EVENTS_EACH = 2_000;
    private static final Duration RECOVERY_MAX = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final List<Stimulator> stimulators = new ArrayList<>();
    private KafkaProcess kafka;
    private KafkaTopics topics;

    @BeforeEach
    void startKafka() throws Exception {
        kafka = KafkaProcess.start(KafkaSettings.forTest(folder.resolve("kafka")));
        topics = new KafkaTopics(kafka.bootstrapServers());
        for (int i = 0; i < DEVICES; i++) {
            topics.register("OUT-" + i);
        }
    }

    @AfterEach
    void killKafka() {
        kafka.kill();
    }

    @Test
    void aHungKafkaHoldsTheDevicesBackAndNothingIsLost() throws Exception {
        try (RealGateway gateway = new RealGateway(kafka.bootstrapServers(), Duration.ofSeconds(90))) {
            play(gateway);
            kafka.pause();
            allowAll();
            await().atMost(Duration.ofSeconds(30)).until(() -> gateway.payloadsInFlight() >= DEVICES * 20);
            // Longer than the producer's request timeout, so that it gives up requests and connects anew.
            await().during(Duration.ofSeconds(18))
                    .atMost(Duration.ofSeconds(25))
                    .until(() -> gateway.payloadsInFlight() == DEVICES * 20);
            kafka.resume();
            assertThatAllIsStoredInOrder();
            assertThat(stimulators).extracting(Stimulator::connections).containsOnly(1);
        }
    }

    @Test
    void aKilledKafkaComesBackAndNothingIsLost() throws Exception {
        try (RealGateway gateway = new RealGateway(kafka.bootstrapServers(), Duration.ofSeconds(90))) {
            play(gateway);
            allowAll();
            kafka.kill();
            kafka = KafkaProcess.start(kafka.settings());
            assertThatAllIsStoredInOrder();
            assertThat(stimulators).extracting(Stimulator::connections).containsOnly(1);
        }
    }

    @Test
    void aKafkaThatIsAwayForLongerThanWeWaitMakesTheDevicesSendAgainInOrder() throws Exception {
        try (RealGateway gateway = new RealGateway(kafka.bootstrapServers(), Duration.ofSeconds(4))) {
            play(gateway);
            kafka.pause();
            allowAll();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> stimulators.stream().allMatch(stimulator -> stimulator.connections() > 1));
            kafka.resume();
            assertThatAllIsStoredInOrder();
        }
    }

    /** Every device has the first fifth of its events confirmed. */
    private void play(RealGateway gateway) {
        for (int i = 0; i < DEVICES; i++) {
            Stimulator stimulator = new Stimulator(gateway.port(), "OUT-" + i, EVENTS_EACH);
            stimulator.sendUpTo(EVENTS_EACH / 5);
            stimulators.add(stimulator);
            Thread.ofPlatform().daemon().name("OUT-" + i).start(stimulator);
        }
        await().atMost(RECOVERY_MAX)
                .until(() -> stimulators.stream().allMatch(one -> one.confirmed() == EVENTS_EACH / 5));
    }

    private void allowAll() {
        stimulators.forEach(stimulator -> stimulator.sendUpTo(EVENTS_EACH));
    }

    private void assertThatAllIsStoredInOrder() {
        await().atMost(RECOVERY_MAX).until(() -> stimulators.stream().allMatch(one -> one.confirmed() == EVENTS_EACH));
        for (int i = 0; i < DEVICES; i++) {
            List<Long> stored = topics.sequences("OUT-" + i);
            // The first appearance of each event: what is sent again may stand there twice.
            List<Long> appearances = stored.stream().distinct().toList();
            int inOrder = inOrder(appearances);
            assertThat(inOrder)
                    .as(
                            "events of OUT-%d in order; then came %s; all of it %s",
                            i, appearances.subList(inOrder, Math.min(inOrder + 3, appearances.size())), runs(stored))
                    .isEqualTo(EVENTS_EACH);
        }
    }

    private static int inOrder(List<Long> appearances) {
        int count = 0;
        while (count < appearances.size() && appearances.get(count) == count + 1) {
            count++;
        }
        return count;
    }

    /** Short enough for an error message: "1-450 432-2000". */
    private static String runs(List<Long> sequences) {
        StringBuilder runs = new StringBuilder();
        for (int from = 0, to; from < sequences.size(); from = to) {
            to = from + 1;
            while (to < sequences.size() && sequences.get(to) == sequences.get(to - 1) + 1) {
                to++;
            }
            runs.append(sequences.get(from))
                    .append('-')
                    .append(sequences.get(to - 1))
                    .append(' ');
        }
        return runs.toString();
    }
}

package io.dorsal.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.ingest.Events;
import io.dorsal.ingest.RawDevice;
import io.dorsal.ingest.core.Bounds;
import io.vertx.core.net.NetServerOptions;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackPressureTest {
    /** About 60 KiB, so that a few hundred fill every buffer between client and gateway. */
    private static final String LARGE = Events.battery(1).replace("}", ",\"note\":\"" + "x".repeat(60_000) + "\"}");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void readingStopsAtTheConnectionsBoundAndGoesOnBelowIt(int qos) throws Exception {
        Bounds few = new Bounds(10, 1 << 26);
        try (MqttEdge edge = new MqttEdge(few, MqttEdge.ROOMY, 10);
                RawDevice device = edge.device("ETS-1", 4)) {
            edge.journal.hang();
            Flood flood = new Flood(device, qos, 1_000, LARGE);
            await().until(() -> edge.tally.held.get() == 1);
            int written = flood.awaitStall();
            assertThat(written).isLessThan(1_000);
            assertThat(edge.journal.waiting()).isEqualTo(10);
            assertThat(edge.load.payloads()).isEqualTo(10);
            edge.journal.recover();
            await().atMost(Duration.ofSeconds(60)).until(() -> edge.tally.answers.get() == 1_000);
            if (qos > 0) {
                for (int packetId = 1; packetId <= 1_000; packetId++) {
                    assertThat(device.read().packetId()).isEqualTo(packetId);
                }
            }
            assertThat(edge.load.payloads()).isZero();
            assertThat(edge.load.bytes()).isZero();
            assertThat(edge.tally.held.get()).isZero();
        }
    }

    @Test
    void bytesInMemoryAreBoundedEvenWhenPayloadsAreFewAndEventsTiny() throws Exception {
        Bounds oneMebibyte = new Bounds(1_000, 1 << 20);
        try (MqttEdge edge = new MqttEdge(oneMebibyte, MqttEdge.ROOMY, 10);
                RawDevice device = edge.device("ETS-1", 5)) {
            edge.journal.hang();
            // 2,000 bytes that become 1,000 records in quarantine.
            String tiny = IntStream.range(0, 1_000)
                    .mapToObj(i -> "1")
                    .collect(java.util.stream.Collectors.joining(",", "[", "]"));
            for (int packetId = 1; packetId <= 20; packetId++) {
                device.publish(1, packetId, tiny);
            }
            await().until(() -> edge.tally.held.get() == 1);
            assertThat(edge.load.payloads()).isLessThanOrEqualTo(2);
            edge.journal.recover();
            for (int packetId = 1; packetId <= 20; packetId++) {
                assertThat(device.read().packetId()).isEqualTo(packetId);
            }
        }
    }

    @Test
    void payloadsThatOnlyWaitForTheirTurnAreBoundedToo() throws Exception {
        try (MqttEdge edge = new MqttEdge(new Bounds(10, 1 << 26), MqttEdge.ROOMY, 10);
                RawDevice device = edge.device("ETS-1", 5)) {
            edge.journal.hang();
            device.publish(1, 1, Events.battery(1));
            for (int packetId = 2; packetId <= 200; packetId++) {
                device.publish(1, packetId, "[]");
            }
            await().until(() -> edge.tally.held.get() == 1);
            assertThat(edge.load.payloads()).isEqualTo(10);
            edge.journal.recover();
            for (int packetId = 1; packetId <= 200; packetId++) {
                assertThat(device.read().packetId()).isEqualTo(packetId);
            }
        }
    }

    @Test
    void theNodesBoundStopsEveryConnectionAndWakesEveryOne() throws Exception {
        Bounds node = new Bounds(20, 1 << 26);
        try (MqttEdge edge = new MqttEdge(MqttEdge.ROOMY, node, 100)) {
            edge.journal.hang();
            List<RawDevice> devices = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                edge.directory.register("D-" + i, MqttEdge.SECRET);
                devices.add(edge.device("D-" + i, 5));
            }
            for (RawDevice device : devices) {
                for (int packetId = 1; packetId <= 50; packetId++) {
                    device.publish(1, packetId, Events.battery(packetId));
                }
            }
            await().until(() -> edge.tally.held.get() == 10);
            // Each connection may go over by the one payload that tells it so.
            assertThat(edge.load.payloads()).isBetween(20, 30);
            edge.journal.recover();
            for (RawDevice device : devices) {
                for (int packetId = 1; packetId <= 50; packetId++) {
                    assertThat(device.read().packetId()).isEqualTo(packetId);
                }
                device.close();
            }
            assertThat(edge.load.payloads()).isZero();
        }
    }

    @Test
    void aConnectionThatWeDoNotReadIsNotSilent() throws Exception {
        try (MqttEdge edge = new MqttEdge(new Bounds(1, 1 << 20), MqttEdge.ROOMY, 10);
                RawDevice device = new RawDevice(edge.port, 4)) {
            edge.journal.hang();
            device.sendConnect("ETS-1", "ETS-1", MqttEdge.SECRET, 1);
            device.read();
            device.publish(1, 1, Events.battery(1));
            await().until(() -> edge.tally.held.get() == 1);
            // Longer than one and a half keep-alive times: pings lie unread in the socket.
            await().during(Duration.ofSeconds(4)).atMost(Duration.ofSeconds(6)).until(() -> {
                device.send(0xC0, new byte[0]);
                return edge.tally.open.get() == 1;
            });
            edge.journal.recover();
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBACK);
            assertThat(device.read().type()).isEqualTo(RawDevice.PINGRESP);
        }
    }

    @Test
    void aConnectionThatNeverReadsItsAnswersIsHeld() throws Exception {
        NetServerOptions smallSendBuffer = new NetServerOptions().setSendBufferSize(4_096);
        Socket smallReceiveBuffer = new Socket();
        smallReceiveBuffer.setReceiveBufferSize(4_096);
        try (MqttEdge edge = new MqttEdge(MqttEdge.ROOMY, MqttEdge.ROOMY, 10, smallSendBuffer);
                RawDevice device = new RawDevice(edge.port, 4, smallReceiveBuffer)) {
            device.connect("ETS-1", MqttEdge.SECRET);
            Flood flood = new Flood(device, 1, 500_000, "[]");
            await().atMost(Duration.ofSeconds(60)).until(() -> edge.tally.held.get() == 1);
            assertThat(flood.awaitStall()).isLessThan(500_000);
        }
    }

    /** Publishes as fast as the socket takes it, on a thread of its own. */
    private static final class Flood {
        private final AtomicInteger written = new AtomicInteger();

        Flood(RawDevice device, int qos, int count, String payload) {
            Thread.ofVirtual().start(() -> {
                try {
                    for (int packetId = 1; packetId <= count; packetId++) {
                        device.publish(qos, packetId % 65_535 + (packetId < 65_535 ? 0 : 1), payload);
                        written.incrementAndGet();
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
        }

        int awaitStall() {
            AtomicInteger before = new AtomicInteger(-1);
            await().pollInterval(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> before.getAndSet(written.get()) == written.get());
            return written.get();
        }
    }
}

package io.dorsal.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.ingest.Events;
import io.dorsal.ingest.RawDevice;
import io.dorsal.ingest.RawDevice.Body;
import io.dorsal.ingest.RawDevice.Packet;
import io.dorsal.ingest.core.Bounds;
import io.dorsal.model.Reason;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
    private final MqttEdge edge = new MqttEdge();

    @AfterEach
    void close() {
        edge.close();
    }

    @ParameterizedTest
    @CsvSource({
        "4, ETS-1, ETS-1, wrong, 4, WRONG_SECRET",
        "5, ETS-1, ETS-1, wrong, 134, WRONG_SECRET",
        "4, ETS-9, ETS-9, secret, 4, UNKNOWN_DEVICE",
        "5, ETS-9, ETS-9, secret, 134, UNKNOWN_DEVICE",
        "4, ETS-1, ETS-2, secret, 5, IDENTITY_MISMATCH",
        "5, ETS-1, ETS-2, secret, 135, IDENTITY_MISMATCH",
        "4, a/b, a/b, secret, 2, BAD_IDENTIFIER",
        "5, a/b, a/b, secret, 133, BAD_IDENTIFIER",
        "3, ETS-1, ETS-1, secret, 1, ",
    })
    void whoDoesNotFitStaysOut(int version, String id, String user, String secret, int code, Reason reason)
            throws IOException {
        try (RawDevice device = new RawDevice(edge.port, version)) {
            device.sendConnect(id, user, secret, 0);
            Packet refused = device.read();
            assertThat(refused.type()).isEqualTo(RawDevice.CONNACK);
            assertThat(Byte.toUnsignedInt(refused.body()[1])).isEqualTo(code);
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
        assertThat(edge.tally.refusedConnections).containsExactly(reason == null ? Reason.PROTOCOL_ERROR : reason);
    }

    @Test
    void aDeviceWhoseRegistrationIsOnItsWayWaitsForIt() throws IOException {
        edge.directory.patient = true;
        try (RawDevice device = new RawDevice(edge.port, 5)) {
            device.sendConnect("ETS-3", "ETS-3", "secret", 0);
            device.publish(1, 1, Events.battery(1));
            await().until(() -> edge.directory.waiting() == 1);
            edge.directory.register("ETS-3", "secret");
            assertThat(device.read().type()).isEqualTo(RawDevice.CONNACK);
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBACK);
        }
    }

    @Test
    void whileRegistrationsAreBeingReadAnUnknownDeviceIsAskedToComeAgain() throws IOException {
        edge.directory.complete = false;
        try (RawDevice device = new RawDevice(edge.port, 4)) {
            device.sendConnect("ETS-9", "ETS-9", "secret", 0);
            assertThat(device.read().body()[1]).isEqualTo((byte) 3);
        }
    }

    @Test
    void theSecondConnectionOfADeviceTakesOver() throws IOException {
        try (RawDevice first = edge.device("ETS-1", 5);
                RawDevice second = edge.device("ETS-1", 4)) {
            Packet goodbye = first.read();
            assertThat(goodbye.type()).isEqualTo(RawDevice.DISCONNECT);
            assertThat(Byte.toUnsignedInt(goodbye.body()[0])).isEqualTo(0x8E);
            assertThat(first.read().type()).isEqualTo(RawDevice.CLOSED);
            second.publish(1, 1, Events.battery(1));
            assertThat(second.read().type()).isEqualTo(RawDevice.PUBACK);
        }
        await().until(() -> edge.tally.open.get() == 0);
    }

    @Test
    void theAcceptanceOfMqtt5SaysWhatTheGatewayTakes() throws IOException {
        try (RawDevice device = new RawDevice(edge.port, 5)) {
            device.sendConnect("ETS-1", "ETS-1", MqttEdge.SECRET, 0);
            byte[] properties = device.read().body();
            // Session expiry 0, receive maximum 1,000, maximum packet size 1 MiB + 16 KiB.
            assertThat(properties).contains(new byte[] {0x11, 0, 0, 0, 0}).contains(new byte[] {0x21, 3, (byte) 0xE8});
            assertThat(properties).contains(new byte[] {0x27, 0, 0x10, 0x40, 0});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "\u0000\u0000\u0000\u0000", "\u00F0\u00FF\u00FF\u00FF\u00FF"})
    void garbageIsClosed(String garbage) throws IOException {
        try (RawDevice device = new RawDevice(edge.port, 4)) {
            device.sendRaw(garbage.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
        assertStillServes();
    }

    @Test
    void aStrangersHugePacketIsClosedBeforeItIsRead() throws IOException {
        try (RawDevice device = new RawDevice(edge.port, 4)) {
            Body connect = new Body().text("MQTT").number(1, 4).number(1, 0xC2).number(2, 0);
            device.sendRaw(new Body()
                    .number(1, 0x10)
                    .number(4, 0xFFFFFF7F)
                    .raw(connect.bytes())
                    .bytes());
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
        assertStillServes();
    }

    @Test
    void aSlowStrangerIsClosed() throws IOException {
        try (RawDevice device = new RawDevice(edge.port, 4)) {
            device.sendRaw(new byte[] {0x10});
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
    }

    @ParameterizedTest
    @CsvSource({"4", "5"})
    void aPayloadOfMoreThanAMebibyteIsClosed(int version) throws IOException {
        try (RawDevice device = edge.device("ETS-1", version)) {
            device.publish(1, 1, " ".repeat((1 << 20) + 1));
            assertThatItEnds(device, 0x95);
        }
        try (RawDevice device = edge.device("ETS-1", version)) {
            device.publish(1, 1, " ".repeat(3 << 20));
            assertThatItEnds(device, 0x95);
        }
        assertThat(edge.journal.kept()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4", "5"})
    void aSecondConnectIsAProtocolError(int version) throws IOException {
        try (RawDevice device = edge.device("ETS-1", version)) {
            device.sendConnect("ETS-1", "ETS-1", MqttEdge.SECRET, 0);
            assertThatItEnds(device, 0x82);
        }
    }

    @ParameterizedTest
    @CsvSource({"4", "5"})
    void publishingAtQosThreeIsMalformed(int version) throws IOException {
        try (RawDevice device = edge.device("ETS-1", version)) {
            device.publish(3, 1, Events.battery(1));
            assertThatItEnds(device, 0x81);
        }
    }

    @ParameterizedTest
    @CsvSource({"4", "5"})
    void silenceEndsAConnectionAfterOneAndAHalfKeepAliveTimes(int version) throws IOException {
        try (RawDevice device = new RawDevice(edge.port, version)) {
            device.sendConnect("ETS-1", "ETS-1", MqttEdge.SECRET, 1);
            device.read();
            assertThatItEnds(device, 0x8D);
        }
    }

    @Test
    void aPacketBeforeConnectIsClosed() throws IOException {
        try (RawDevice device = new RawDevice(edge.port, 4)) {
            device.publish(Events.topic("ETS-1"), 0, 0, Events.battery(1));
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
        assertThat(edge.journal.kept()).isEmpty();
    }

    @Test
    void oneConnectionTooManyIsClosed() throws IOException {
        try (MqttEdge small = new MqttEdge(MqttEdge.ROOMY, MqttEdge.ROOMY, 1)) {
            try (RawDevice first = small.device("ETS-1", 4);
                    RawDevice second = new RawDevice(small.port, 4)) {
                assertThat(second.read().type()).isEqualTo(RawDevice.CLOSED);
                first.publish(1, 1, Events.battery(1));
                assertThat(first.read().type()).isEqualTo(RawDevice.PUBACK);
            }
            await().untilAsserted(() -> small.device("ETS-2", 4).close());
        }
    }

    @Test
    void aStoppingGatewayAnswersWhatIsInFlightAndSaysGoodbye() throws Exception {
        try (MqttEdge stopping = new MqttEdge(new Bounds(5, 1 << 20), MqttEdge.ROOMY, 10);
                RawDevice device = stopping.device("ETS-1", 5)) {
            stopping.journal.hang();
            device.publish(1, 1, Events.battery(1));
            await().until(() -> stopping.journal.waiting() == 1);
            Thread close = Thread.ofPlatform().start(() -> stopping.ports.close(Duration.ofSeconds(20)));
            await().until(() -> stopping.journal.waiting() == 1);
            stopping.journal.recover();
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBACK);
            Packet goodbye = device.read();
            assertThat(goodbye.type()).isEqualTo(RawDevice.DISCONNECT);
            assertThat(Byte.toUnsignedInt(goodbye.body()[0])).isEqualTo(0x8B);
            device.close();
            close.join();
        }
    }

    private void assertThatItEnds(RawDevice device, int reason) throws IOException {
        if (device.version == 5) {
            Packet goodbye = device.read();
            assertThat(goodbye.type()).isEqualTo(RawDevice.DISCONNECT);
            assertThat(Byte.toUnsignedInt(goodbye.body()[0])).isEqualTo(reason);
        }
        assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
    }

    private void assertStillServes() throws IOException {
        try (RawDevice device = edge.device("ETS-1", 4)) {
            device.publish(1, 1, Events.battery(1));
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBACK);
        }
    }
}

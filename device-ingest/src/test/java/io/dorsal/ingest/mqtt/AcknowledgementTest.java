package io.dorsal.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.ingest.Events;
import io.dorsal.ingest.RawDevice;
import io.dorsal.ingest.RawDevice.Packet;
import io.dorsal.ingest.core.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementTest {
    private final MqttEdge edge = new MqttEdge();

    @AfterEach
    void close() {
        edge.close();
    }

    @ParameterizedTest
    @CsvSource({"4,1", "4,2", "5,1", "5,2"})
    void nothingIsConfirmedBeforeItIsStored(int version, int qos) throws IOException {
        edge.journal.hang();
        try (RawDevice device = edge.device("ETS-1", version)) {
            device.publish(qos, 7, Events.battery(1));
            await().until(() -> edge.journal.waiting() == 1);
            device.send(0xC0, new byte[0]);
            assertThat(device.read().type()).isEqualTo(RawDevice.PINGRESP);
            edge.journal.recover();
            Packet answer = device.read();
            assertThat(answer.type()).isEqualTo(qos == 1 ? RawDevice.PUBACK : RawDevice.PUBREC);
            assertThat(answer.packetId()).isEqualTo(7);
            assertThat(answer.reason()).isZero();
        }
    }

    @Test
    void answersComeInTheOrderOfPublishing() throws IOException {
        edge.journal.hang();
        try (RawDevice device = edge.device("ETS-1", 4)) {
            for (int packetId = 1; packetId <= 3; packetId++) {
                device.publish(1, packetId, Events.battery(packetId));
            }
            await().until(() -> edge.journal.waiting() == 3);
            edge.journal.settle(2, Answer.STORED);
            edge.journal.settle(1, Answer.STORED);
            edge.journal.settle(0, Answer.STORED);
            assertThat(device.read().packetId()).isEqualTo(1);
            assertThat(device.read().packetId()).isEqualTo(2);
            assertThat(device.read().packetId()).isEqualTo(3);
        }
    }

    @Test
    void anUnstoredPayloadFailsWithAllBehindItInMqtt5() throws IOException {
        edge.journal.hang();
        try (RawDevice device = edge.device("ETS-1", 5)) {
            for (int packetId = 1; packetId <= 3; packetId++) {
                device.publish(1, packetId, Events.battery(packetId));
            }
            await().until(() -> edge.journal.waiting() == 3);
            edge.journal.settle(0, Answer.STORED);
            edge.journal.settle(0, Answer.NOT_STORED);
            edge.journal.settle(0, Answer.STORED);
            assertThat(device.read().reason()).isZero();
            assertThat(device.read().reason()).isEqualTo(0x80);
            assertThat(device.read().reason()).isEqualTo(0x80);
            assertGoodbye(device, 0x80);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void whatComesBehindAFailureThatCannotBeToldYetIsNotStored(int version) throws IOException {
        edge.journal.hang();
        try (RawDevice device = edge.device("ETS-1", version)) {
            device.publish(1, 1, Events.battery(1));
            device.publish(1, 2, Events.battery(2));
            await().until(() -> edge.journal.waiting() == 2);
            edge.journal.settle(1, Answer.NOT_STORED);
            device.publish(1, 3, Events.battery(3));
            await().until(() -> edge.tally.taken.get() == 3);
            edge.journal.recover();
            assertThat(device.read().packetId()).isEqualTo(1);
            if (version == 5) {
                assertThat(device.read().reason()).isEqualTo(0x80);
                assertThat(device.read().reason()).isEqualTo(0x80);
                assertGoodbye(device, 0x80);
            } else {
                assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
            }
        }
        assertThat(edge.journal.kept()).hasSize(1);
        await().until(() -> edge.load.payloads() == 0);
    }

    /** Else what the device sent before it read of the failure would be stored ahead of what failed. */
    private static void assertGoodbye(RawDevice device, int reason) throws IOException {
        Packet goodbye = device.read();
        assertThat(goodbye.type()).isEqualTo(RawDevice.DISCONNECT);
        assertThat(Byte.toUnsignedInt(goodbye.body()[0])).isEqualTo(reason);
        assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
    }

    @Test
    void anUnstoredPayloadClosesInMqtt311() throws IOException {
        edge.journal.hang();
        try (RawDevice device = edge.device("ETS-1", 4)) {
            device.publish(1, 1, Events.battery(1));
            device.publish(1, 2, Events.battery(2));
            device.publish(1, 3, Events.battery(3));
            await().until(() -> edge.journal.waiting() == 3);
            edge.journal.settle(2, Answer.STORED);
            edge.journal.settle(0, Answer.STORED);
            edge.journal.settle(0, Answer.NOT_STORED);
            assertThat(device.read().packetId()).isEqualTo(1);
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
    }

    @Test
    void noRoomIsQuotaExceeded() throws IOException {
        edge.journal.hang();
        try (RawDevice device = edge.device("ETS-1", 5)) {
            device.publish(2, 1, Events.battery(1));
            await().until(() -> edge.journal.waiting() == 1);
            edge.journal.settle(0, Answer.OVER_CAPACITY);
            assertThat(device.read().reason()).isEqualTo(0x97);
            assertGoodbye(device, 0x97);
        }
    }

    @Test
    void noJsonIsStoredAndThenRefused() throws IOException {
        try (RawDevice v5 = edge.device("ETS-1", 5);
                RawDevice v311 = edge.device("ETS-2", 4)) {
            v5.publish(1, 1, "no json");
            assertThat(v5.read().reason()).isEqualTo(0x99);
            v311.publish(1, 1, "no json");
            assertThat(v311.read().type()).isEqualTo(RawDevice.CLOSED);
            assertThat(edge.journal.kept()).containsExactly("no json", "no json");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void anEmptyArrayIsConfirmedInItsTurn(int version) throws IOException {
        edge.journal.hang();
        try (RawDevice device = edge.device("ETS-1", version)) {
            device.publish(1, 1, Events.battery(1));
            device.publish(1, 2, "[]");
            await().until(() -> edge.journal.waiting() == 1);
            edge.journal.recover();
            assertThat(device.read().packetId()).isEqualTo(1);
            assertThat(device.read().packetId()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aPacketOfQosTwoMayBeSentTwiceBeforeItIsReleased(int version) throws IOException {
        try (RawDevice device = edge.device("ETS-1", version)) {
            device.publish(2, 9, Events.battery(1));
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBREC);
            device.publish(2, 9, Events.battery(1));
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBREC);
            device.release(9);
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBCOMP);
            device.release(9);
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBCOMP);
        }
    }

    @Test
    void aForeignTopicIsRefusedInItsTurnInMqtt5() throws IOException {
        try (RawDevice device = edge.device("ETS-1", 5)) {
            device.publish(Events.topic("ETS-2"), 1, 1, Events.battery(1));
            Packet refused = device.read();
            assertThat(refused.type()).isEqualTo(RawDevice.PUBACK);
            assertThat(refused.reason()).isEqualTo(0x87);
            device.publish(Events.topic("ETS-2"), 0, 0, Events.battery(1));
            Packet goodbye = device.read();
            assertThat(goodbye.type()).isEqualTo(RawDevice.DISCONNECT);
            assertThat(Byte.toUnsignedInt(goodbye.body()[0])).isEqualTo(0x87);
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
        assertThat(edge.journal.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aForeignTopicClosesInMqtt311(int qos) throws IOException {
        try (RawDevice device = edge.device("ETS-1", 4)) {
            device.publish("$SYS/broker", qos, 1, Events.battery(1));
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
        assertThat(edge.journal.kept()).isEmpty();
    }

    @Test
    void aSubscriptionIsRefusedInMqtt5() throws IOException {
        try (RawDevice device = edge.device("ETS-1", 5)) {
            device.subscribe(3, "#");
            Packet refused = device.read();
            assertThat(refused.type()).isEqualTo(RawDevice.SUBACK);
            assertThat(Byte.toUnsignedInt(refused.body()[3])).isEqualTo(0x87);
            device.publish(1, 1, Events.battery(1));
            assertThat(device.read().type()).isEqualTo(RawDevice.PUBACK);
        }
    }

    @Test
    void aSubscriptionClosesInMqtt311() throws IOException {
        try (RawDevice device = edge.device("ETS-1", 4)) {
            device.subscribe(3, "#");
            Packet refused = device.read();
            assertThat(Byte.toUnsignedInt(refused.body()[2])).isEqualTo(0x80);
            assertThat(device.read().type()).isEqualTo(RawDevice.CLOSED);
        }
    }
}

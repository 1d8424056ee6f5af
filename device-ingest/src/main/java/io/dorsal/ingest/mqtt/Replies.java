package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Ticket;
import io.dorsal.ingest.core.Ticket.Assurance;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttReasonCodes.SubAck;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;

/**
 * What a device is told, in its version of MQTT: version 5 has a reason for everything; 3.1.1 can only be silent and
 * close.
 */
final class Replies {
    private final Connection connection;
    private final boolean version5;

    Replies(Connection connection, boolean version5) {
        this.connection = connection;
        this.version5 = version5;
    }

    void accepted(int receiveMaximum) {
        connection.write(Packets.accepted(version5, receiveMaximum, MqttPipeline.PACKET_BYTES_MAX));
    }

    /** Returns false when the version has no words for it and the connection must be closed. */
    boolean answer(Ticket ticket, Answer answer) {
        if (!ticket.wantsAnswer()) {
            return answer != Answer.FOREIGN_TOPIC;
        }
        MqttMessageType type =
                ticket.assurance() == Assurance.AT_LEAST_ONCE ? MqttMessageType.PUBACK : MqttMessageType.PUBREC;
        if (answer == Answer.STORED) {
            connection.write(Packets.stored(type, ticket.packetId()));
            return true;
        }
        if (version5) {
            connection.write(Packets.notStored(type, ticket.packetId(), answer));
        }
        return version5;
    }

    void complete(int packetId) {
        writeNow(Packets.complete(packetId));
    }

    void pong() {
        writeNow(MqttMessage.PINGRESP);
    }

    /** Returns false when the connection must be closed. */
    boolean refuseSubscription(MqttSubscribeMessage packet) {
        SubAck reason = version5 ? SubAck.NOT_AUTHORIZED : SubAck.UNSPECIFIED_ERROR;
        writeNow(Packets.subscriptionsRefused(
                packet.variableHeader().messageId(),
                packet.payload().topicSubscriptions().size(),
                Byte.toUnsignedInt(reason.byteValue())));
        return version5;
    }

    void unsubscribed(MqttUnsubscribeMessage packet) {
        writeNow(Packets.unsubscribed(
                packet.variableHeader().messageId(), packet.payload().topics().size()));
    }

    /** Only MQTT 5 lets a server say goodbye, and nobody answers a client's own goodbye. */
    void disconnect(Disconnect reason) {
        if (version5 && reason != Disconnect.NORMAL_DISCONNECT) {
            connection.write(Packets.disconnect(reason));
        }
    }

    private void writeNow(MqttMessage packet) {
        connection.write(packet);
        connection.flush();
    }
}

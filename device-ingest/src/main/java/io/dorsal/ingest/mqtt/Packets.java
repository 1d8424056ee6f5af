package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Answer;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import java.util.Collections;

/** The packets that the gateway sends. */
final class Packets {
    private static final int NO_SUBSCRIPTION_EXISTED = 0x11;

    private Packets() {}

    static MqttMessage accepted(boolean version5, int receiveMaximum, int packetBytesMax) {
        MqttProperties properties = new MqttProperties();
        if (version5) {
            // Nothing is kept between connections: what was not confirmed is sent again.
            properties.add(number(MqttPropertyType.SESSION_EXPIRY_INTERVAL, 0));
            properties.add(number(MqttPropertyType.RECEIVE_MAXIMUM, receiveMaximum));
            properties.add(number(MqttPropertyType.MAXIMUM_PACKET_SIZE, packetBytesMax));
        }
        return connAck(MqttConnectReturnCode.CONNECTION_ACCEPTED, properties);
    }

    private static IntegerProperty number(MqttPropertyType type, int value) {
        return new IntegerProperty(type.value(), value);
    }

    static MqttMessage refused(MqttConnectReturnCode code) {
        return connAck(code, MqttProperties.NO_PROPERTIES);
    }

    private static MqttMessage connAck(MqttConnectReturnCode code, MqttProperties properties) {
        return new MqttConnAckMessage(
                header(MqttMessageType.CONNACK), new MqttConnAckVariableHeader(code, false, properties));
    }

    /** PUBACK or PUBREC, which differ in nothing but the type. */
    static MqttMessage stored(MqttMessageType type, int packetId) {
        return new MqttMessage(header(type), MqttMessageIdVariableHeader.from(packetId));
    }

    /** PUBACK or PUBREC with a reason; only MQTT 5 has one. */
    static MqttMessage notStored(MqttMessageType type, int packetId, Answer answer) {
        byte reason = ReasonCodes.of(answer);
        return new MqttMessage(
                header(type), new MqttPubReplyMessageVariableHeader(packetId, reason, MqttProperties.NO_PROPERTIES));
    }

    static MqttMessage complete(int packetId) {
        return new MqttMessage(header(MqttMessageType.PUBCOMP), MqttMessageIdVariableHeader.from(packetId));
    }

    static MqttMessage subscriptionsRefused(int packetId, int count, int reason) {
        return new MqttSubAckMessage(
                header(MqttMessageType.SUBACK),
                new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES),
                new MqttSubAckPayload(Collections.nCopies(count, reason)));
    }

    static MqttMessage unsubscribed(int packetId, int count) {
        return new MqttUnsubAckMessage(
                header(MqttMessageType.UNSUBACK),
                new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES),
                new MqttUnsubAckPayload(Collections.nCopies(count, (short) NO_SUBSCRIPTION_EXISTED)));
    }

    static MqttMessage disconnect(Disconnect reason) {
        return new MqttMessage(
                header(MqttMessageType.DISCONNECT),
                new MqttReasonCodeAndPropertiesVariableHeader(reason.byteValue(), MqttProperties.NO_PROPERTIES));
    }

    private static MqttFixedHeader header(MqttMessageType type) {
        return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
    }
}

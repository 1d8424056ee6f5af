package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Answer;
import io.dorsal.model.Reason;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttReasonCodes.PubAck;

/** Dorsal's answers and reasons in MQTT's numbers. */
final class ReasonCodes {
    private ReasonCodes() {}

    /** PUBACK's and PUBREC's code, the same numbers in both. */
    static byte of(Answer answer) {
        return switch (answer) {
            case STORED -> PubAck.SUCCESS.byteValue();
            case NOT_JSON -> PubAck.PAYLOAD_FORMAT_INVALID.byteValue();
            case FOREIGN_TOPIC -> PubAck.NOT_AUTHORIZED.byteValue();
            case OVER_CAPACITY -> PubAck.QUOTA_EXCEEDED.byteValue();
            case NOT_STORED -> PubAck.UNSPECIFIED_ERROR.byteValue();
        };
    }

    /**
     * CONNACK's code. An unknown device and a wrong secret look alike, so that nobody learns which devices exist.
     */
    static MqttConnectReturnCode of(Reason reason, boolean version5) {
        if (version5) {
            return switch (reason) {
                case BAD_IDENTIFIER -> MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID;
                case UNKNOWN_DEVICE, WRONG_SECRET -> MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD;
                case UNAVAILABLE -> MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5;
                case OVER_CAPACITY -> MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY;
                case PROTOCOL_ERROR -> MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION;
                default -> MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5;
            };
        }
        return switch (reason) {
            case BAD_IDENTIFIER -> MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED;
            case UNKNOWN_DEVICE, WRONG_SECRET -> MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
            case UNAVAILABLE, OVER_CAPACITY -> MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
            case PROTOCOL_ERROR -> MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION;
            default -> MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
        };
    }
}

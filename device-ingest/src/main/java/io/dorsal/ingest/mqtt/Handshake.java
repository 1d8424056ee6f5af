package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Admission;
import io.dorsal.ingest.core.Admission.Admitted;
import io.dorsal.ingest.core.Admission.Credentials;
import io.dorsal.ingest.core.Admission.Refused;
import io.dorsal.model.DeviceId;
import io.dorsal.model.Reason;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** From the open socket to the admitted device: one CONNECT, in time, of a device that we know. */
final class Handshake implements Stage {
    private final Connection connection;
    private final Node node;
    private final ScheduledFuture<?> patience;
    private @Nullable MqttConnectMessage connect;

    Handshake(Connection connection, Node node) {
        this.connection = connection;
        this.node = node;
        this.patience = connection
                .eventLoop()
                .schedule(
                        () -> connection.end(Disconnect.KEEP_ALIVE_TIMEOUT),
                        node.limits().connectTimeout().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void received(MqttMessage packet) {
        if (connect != null || !(packet instanceof MqttConnectMessage asked)) {
            connection.end(Disconnect.PROTOCOL_ERROR);
            return;
        }
        connect = asked;
        patience.cancel(false);
        if (asked.variableHeader().version() < MqttVersion.MQTT_3_1_1.protocolLevel()) {
            refuse(asked, Reason.PROTOCOL_ERROR);
            return;
        }
        // A device may publish before it is admitted; its packets wait in the socket.
        connection.socket().channelHandlerContext().channel().config().setAutoRead(false);
        decide(asked, true);
    }

    /** A registration, or a new secret, may be on its way: one who does not fit gets one more chance. */
    private void decide(MqttConnectMessage asked, boolean first) {
        String device = asked.payload().clientIdentifier();
        switch (Admission.decide(credentials(asked), node.directory().find(device))) {
            case Admitted admitted -> admit(asked, admitted.device());
            case Refused refused -> {
                if (refused.mayChange() && first) {
                    Runnable again = () -> connection.eventLoop().execute(() -> decideAgain(asked));
                    node.directory().awaitNews(device, node.limits().registrationWait(), again);
                } else {
                    boolean incomplete =
                            refused.mayChange() && !node.directory().isComplete();
                    refuse(asked, incomplete ? Reason.UNAVAILABLE : refused.reason());
                }
            }
        }
    }

    private void decideAgain(MqttConnectMessage asked) {
        if (!connection.isEnding()) {
            decide(asked, false);
        }
    }

    private Credentials credentials(MqttConnectMessage asked) {
        byte[] password = asked.payload().passwordInBytes();
        return new Credentials(
                asked.payload().clientIdentifier(),
                asked.payload().userName(),
                password == null ? null : new String(password, StandardCharsets.UTF_8),
                ClientCertificate.commonName(connection.socket()));
    }

    private void admit(MqttConnectMessage asked, DeviceId device) {
        if (node.sessions().isClosed()) {
            refuse(asked, Reason.UNAVAILABLE);
            return;
        }
        Session session = new Session(connection, node, device, isVersion5(asked));
        connection.proceedTo(session);
        Session older = node.sessions().enter(device.value(), session);
        int keepAliveSeconds = asked.variableHeader().keepAliveTimeSeconds();
        if (older == null) {
            session.welcome(keepAliveSeconds);
        } else {
            // Only when the older one has read its last payload: the order of one device's payloads is kept.
            older.takenOver(() -> connection.eventLoop().execute(() -> session.welcome(keepAliveSeconds)));
        }
    }

    private void refuse(MqttConnectMessage asked, Reason reason) {
        node.tally().connectionRefused(reason);
        connection.write(Packets.refused(ReasonCodes.of(reason, isVersion5(asked))));
        connection.end(Disconnect.NOT_AUTHORIZED);
    }

    private static boolean isVersion5(MqttConnectMessage asked) {
        return asked.variableHeader().version() >= MqttVersion.MQTT_5.protocolLevel();
    }

    /** Before CONNACK a server closes without a word. */
    @Override
    public void ending(Disconnect reason) {
        patience.cancel(false);
        if (connect == null) {
            node.tally().connectionRefused(Reason.PROTOCOL_ERROR);
        }
    }

    @Override
    public void closed() {
        patience.cancel(false);
    }
}

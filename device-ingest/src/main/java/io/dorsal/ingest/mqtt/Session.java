package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.AnswerLine;
import io.dorsal.ingest.core.IngestDecision;
import io.dorsal.ingest.core.IngestDecision.Accept;
import io.dorsal.ingest.core.IngestDecision.Quarantine;
import io.dorsal.ingest.core.IngestDecision.Refuse;
import io.dorsal.ingest.core.Intake;
import io.dorsal.ingest.core.Outgoing;
import io.dorsal.ingest.core.Ticket.Assurance;
import io.dorsal.model.DeviceId;
import io.dorsal.model.Reason;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One admitted device: takes its payloads, hands them to the journal, and answers in order. */
final class Session implements Stage {
    private final Connection connection;
    private final Node node;
    private final DeviceId device;
    private final String ownTopic;
    private final Replies replies;
    private final ReadGate gate;
    private final AnswerLine<Parcel> line = new AnswerLine<>();
    private final SettledParcels settledParcels;
    private boolean predecessorGone;
    private @Nullable Runnable successor;
    private boolean welcomed;
    private boolean leaving;

    Session(Connection connection, Node node, DeviceId device, boolean version5) {
        this.connection = connection;
        this.node = node;
        this.device = device;
        this.ownTopic = "dorsal/v1/devices/" + device + "/events";
        this.replies = new Replies(connection, version5);
        this.gate = new ReadGate(
                connection.socket().channelHandlerContext().channel(),
                node.limits().perConnection(),
                node.load(),
                node.tally());
        this.settledParcels = new SettledParcels(connection.eventLoop(), this::drain);
    }

    /** The predecessor, if there was one, reads no more. */
    void welcome(int keepAliveSeconds) {
        predecessorGone = true;
        if (successor != null) {
            successor.run();
        }
        if (connection.isEnding()) {
            return;
        }
        welcomed = true;
        node.tally().connectionOpened();
        MqttPipeline.admit(connection, keepAliveSeconds, () -> connection.end(Disconnect.KEEP_ALIVE_TIMEOUT));
        replies.accepted(node.limits().perConnection().payloadsMax());
        connection.flush();
        gate.start();
    }

    @Override
    public void received(MqttMessage packet) {
        switch (packet.fixedHeader().messageType()) {
            case PUBLISH -> published((MqttPublishMessage) packet);
            case PUBREL -> replies.complete(((MqttMessageIdVariableHeader) packet.variableHeader()).messageId());
            case PINGREQ -> replies.pong();
            case SUBSCRIBE -> subscribed((MqttSubscribeMessage) packet);
            case UNSUBSCRIBE -> replies.unsubscribed((MqttUnsubscribeMessage) packet);
            case DISCONNECT -> connection.end(Disconnect.NORMAL_DISCONNECT);
            default -> connection.end(Disconnect.PROTOCOL_ERROR);
        }
        // After every packet, not only after payloads: whoever never reads our answers is held back, too.
        gate.recheck();
    }

    private void published(MqttPublishMessage packet) {
        int packetId = packet.variableHeader().packetId();
        Assurance assurance = assurance(packet);
        if (!packet.variableHeader().topicName().equals(ownTopic)) {
            node.tally().payloadTaken(List.of(), Reason.FOREIGN_TOPIC);
            answer(parcel(packetId, assurance, Answer.FOREIGN_TOPIC, List.of()), Answer.FOREIGN_TOPIC);
            return;
        }
        switch (decide(ByteBufUtil.getBytes(packet.payload()))) {
            case Accept accepted -> {
                node.tally().payloadTaken(accepted.records(), null);
                take(parcel(packetId, assurance, Answer.STORED, accepted.records()));
            }
            case Quarantine quarantine -> {
                Reason reason = quarantine.why().reason();
                List<Outgoing> whole = List.of(quarantine.record());
                node.tally().payloadTaken(whole, reason);
                Answer whenStored = reason == Reason.NOT_JSON ? Answer.NOT_JSON : Answer.STORED;
                take(parcel(packetId, assurance, whenStored, whole));
            }
            case Refuse refused -> {
                node.tally().payloadTaken(List.of(), refused.why().reason());
                connection.end(Disconnect.PACKET_TOO_LARGE);
            }
        }
    }

    private static Assurance assurance(MqttPublishMessage packet) {
        return switch (packet.fixedHeader().qosLevel()) {
            case AT_LEAST_ONCE -> Assurance.AT_LEAST_ONCE;
            case EXACTLY_ONCE -> Assurance.EXACTLY_ONCE;
            // The decoder lets no FAILURE through: QoS 3 is a malformed packet.
            case AT_MOST_ONCE, FAILURE -> Assurance.AT_MOST_ONCE;
        };
    }

    private IngestDecision decide(byte[] payload) {
        return Intake.decide(device, node.clock().instant().truncatedTo(ChronoUnit.MILLIS), payload);
    }

    private Parcel parcel(int packetId, Assurance assurance, Answer whenStored, List<Outgoing> records) {
        Parcel parcel = new Parcel(packetId, assurance, settledParcels, whenStored, records);
        line.open(parcel);
        gate.taken(parcel.costBytes());
        return parcel;
    }

    private void take(Parcel parcel) {
        if (parcel.isTakenAlong()) {
            return;
        }
        if (parcel.records().isEmpty()) {
            answer(parcel, Answer.STORED);
            return;
        }
        parcel.handedToJournal();
        node.journal().append(parcel.records(), parcel);
    }

    private void answer(Parcel parcel, Answer answer) {
        line.settle(parcel, answer);
        answerInOrder();
    }

    // PUBACK waits for Kafka. A crash between the two makes the device send again, which the join absorbs;
    // the other order would lose an event that we promised to keep.
    private void drain() {
        for (Parcel parcel = settledParcels.poll(); parcel != null; parcel = settledParcels.poll()) {
            line.settle(parcel, parcel.outcome());
            release(parcel);
        }
        answerInOrder();
        gate.recheck();
        leaveIfIdle();
    }

    private void answerInOrder() {
        Answer failure = null;
        for (Parcel parcel = line.poll(); parcel != null; parcel = line.poll()) {
            Answer answer = parcel.settledAs();
            node.tally().payloadAnswered(answer, parcel.nanosSinceTaken());
            if (failure == null && parcel.wantsAnswer() && answer.isFailure()) {
                failure = answer;
            }
            if (!connection.isEnding() && !replies.answer(parcel, answer)) {
                connection.end(farewell(answer));
            }
            release(parcel);
        }
        connection.flush();
        if (failure != null) {
            // What the device sent before it read of the failure must not be stored ahead of what failed.
            connection.end(farewell(failure));
        }
    }

    private static Disconnect farewell(Answer answer) {
        return switch (answer) {
            case FOREIGN_TOPIC -> Disconnect.NOT_AUTHORIZED;
            case OVER_CAPACITY -> Disconnect.QUOTA_EXCEEDED;
            case NOT_STORED, NOT_JSON, STORED -> Disconnect.UNSPECIFIED_ERROR;
        };
    }

    private void release(Parcel parcel) {
        if (parcel.isFreeAfterRelease()) {
            gate.settled(parcel.costBytes());
        }
    }

    private void subscribed(MqttSubscribeMessage packet) {
        if (!replies.refuseSubscription(packet)) {
            connection.end(Disconnect.NOT_AUTHORIZED);
        }
    }

    /** On any thread: another connection of this device came; {@code then} runs when this one, and all before it, read no more. */
    void takenOver(Runnable then) {
        connection.eventLoop().execute(() -> {
            connection.end(Disconnect.SESSION_TAKEN_OVER);
            if (predecessorGone) {
                then.run();
            } else {
                successor = then;
            }
        });
    }

    /** On any thread: reads no more, answers what is in flight, and goes. */
    void leave() {
        connection.eventLoop().execute(() -> {
            leaving = true;
            gate.stop();
            leaveIfIdle();
        });
    }

    private void leaveIfIdle() {
        if (leaving && gate.isIdle()) {
            connection.end(Disconnect.SERVER_SHUTTING_DOWN);
        }
    }

    @Override
    public void ending(Disconnect reason) {
        gate.stop();
        replies.disconnect(reason);
    }

    @Override
    public void writable() {
        gate.recheck();
    }

    @Override
    public void closed() {
        gate.stop();
        node.sessions().leave(device.value(), this);
        if (welcomed) {
            node.tally().connectionClosed();
        }
    }
}

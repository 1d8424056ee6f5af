package io.dorsal.responder;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.Topics;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.KeptEvent;
import io.dorsal.responder.store.Facts;
import io.dorsal.responder.store.Facts.Poison;
import io.dorsal.responder.store.Facts.Stored;
import io.dorsal.responder.store.Positions.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records of one poll, read: facts, what could not be read, and where each partition goes on. */
final class FactBatch {
    private final Map<DeviceId, List<DeviceEvent>> events = new HashMap<>();
    private final List<Stored<DeviceEvent>> kept = new ArrayList<>();
    private final List<Stored<PatientReport>> reports = new ArrayList<>();
    private final List<Stored<Trial>> trials = new ArrayList<>();
    private final List<Poison> poison = new ArrayList<>();
    private final List<Instant> receivedAt = new ArrayList<>();
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();

    /** Facts that were read and cannot be merged, not even in memory. */
    static final class Unmergeable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unmergeable(RuntimeException cause) {
            super("Facts cannot be merged (%s)".formatted(cause.getClass().getName()), cause);
        }
    }

    private FactBatch() {}

    static FactBatch of(List<ConsumerRecord<String, byte[]>> records) {
        FactBatch batch = new FactBatch();
        records.forEach(batch::add);
        return batch;
    }

    /** One record that nothing can be done with, although it may well be readable. */
    static FactBatch ofUnstorable(ConsumerRecord<String, byte[]> record) {
        FactBatch batch = new FactBatch();
        batch.advance(record);
        batch.setAside(record, Reason.INTERNAL, "the database refuses it, or it cannot be merged");
        return batch;
    }

    /** @throws Unmergeable by a fault of ours that some event brings to light */
    Facts facts() {
        List<DeviceFacts> devices = new ArrayList<>(events.size());
        try {
            events.forEach((device, ofDevice) -> devices.add(DeviceFacts.of(device, ofDevice)));
        } catch (RuntimeException e) {
            throw new Unmergeable(e);
        }
        return new Facts(devices, kept, reports, trials, poison);
    }

    List<Position> positions() {
        return nextOffsets.entrySet().stream()
                .map(next -> new Position(next.getKey().topic(), next.getKey().partition(), next.getValue()))
                .toList();
    }

    /** When the gateway received each device event of the batch. */
    List<Instant> receivedAt() {
        return receivedAt;
    }

    int poisoned() {
        return poison.size();
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        advance(record);
        try {
            read(record.topic(), bytesOf(record));
        } catch (Malformed e) {
            setAside(record, e.reason(), "%s: expected %s".formatted(e.field(), e.expected()));
        } catch (RuntimeException e) {
            // A fault of our parser: it must cost one record, not the whole partition.
            setAside(record, Reason.INTERNAL, e.getClass().getName());
        }
    }

    private void read(String topic, byte[] value) {
        if (topic.equals(Topics.DEVICE_EVENTS.name())) {
            addEvent(DeviceEventCodec.parseStored(value), value);
        } else if (topic.equals(Topics.PATIENT_REPORTS.name())) {
            reports.add(new Stored<>(ReportCodec.parseStored(value), text(value)));
        } else if (topic.equals(Topics.TRIALS.name())) {
            trials.add(new Stored<>(TrialCodec.parseStored(value), text(value)));
        } else {
            throw new IllegalStateException("Nobody subscribed to " + topic);
        }
    }

    private void addEvent(DeviceEvent event, byte[] value) {
        events.computeIfAbsent(event.device(), device -> new ArrayList<>()).add(event);
        receivedAt.add(event.receivedAt());
        if (KeptEvent.isKept(event.what())) {
            kept.add(new Stored<>(event, text(value)));
        }
    }

    private void advance(ConsumerRecord<String, byte[]> record) {
        nextOffsets.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
    }

    private void setAside(ConsumerRecord<String, byte[]> record, Reason reason, String detail) {
        poison.add(new Poison(
                record.topic(),
                record.partition(),
                record.offset(),
                keyOf(record),
                bytesOf(record),
                Instant.ofEpochMilli(record.timestamp()),
                reason.word(),
                detail));
    }

    // A text column takes every character but NUL.
    private static String keyOf(ConsumerRecord<String, byte[]> record) {
        return record.key() == null ? "" : record.key().replace('\0', '\uFFFD');
    }

    private static byte[] bytesOf(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}

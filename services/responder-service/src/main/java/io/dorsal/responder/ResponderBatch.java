package io.dorsal.responder;

import io.dorsal.merge.FactMerge;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Stored;
import io.dorsal.merge.store.Unmergeable;
import io.dorsal.model.DeviceId;
import io.dorsal.model.Topics;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.KeptEvent;
import io.dorsal.responder.store.FactStore;
import io.dorsal.responder.store.Facts;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records read into facts, joined per boot as far as memory can. */
final class ResponderBatch implements FactMerge.Batch {
    private final FactStore store;
    private final Map<DeviceId, List<DeviceEvent>> events = new HashMap<>();
    private final List<Stored<DeviceEvent>> kept = new ArrayList<>();
    private final List<Stored<PatientReport>> reports = new ArrayList<>();
    private final List<Stored<Trial>> trials = new ArrayList<>();
    private final List<Instant> receivedAt = new ArrayList<>();

    ResponderBatch(FactStore store) {
        this.store = store;
    }

    @Override
    public void add(String topic, byte[] value, long sequence) {
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

    /** Of the device events alone: the gateway says when it received each. */
    @Override
    public List<Instant> receivedAt() {
        return receivedAt;
    }

    @Override
    public List<Weighed> merge(Connection connection) throws SQLException {
        return store.merge(connection, facts());
    }

    /** @throws Unmergeable by a fault of ours that some event brings to light */
    Facts facts() {
        List<DeviceFacts> devices = new ArrayList<>(events.size());
        try {
            events.forEach((device, ofDevice) -> devices.add(DeviceFacts.of(device, ofDevice)));
        } catch (RuntimeException e) {
            throw new Unmergeable(e);
        }
        return new Facts(devices, kept, reports, trials);
    }

    private void addEvent(DeviceEvent event, byte[] value) {
        events.computeIfAbsent(event.device(), device -> new ArrayList<>()).add(event);
        receivedAt.add(event.receivedAt());
        if (KeptEvent.isKept(event.what())) {
            kept.add(new Stored<>(event, text(value)));
        }
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}

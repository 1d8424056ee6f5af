package io.dorsal.registry.core;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.Topics;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.device.Registration;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.RegistrationCodec;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One record to publish: where to, under which key, and its JSON. */
public record Message(String topic, String key, String value, CloudEvent event) {

    public static Message of(Trial trial, Instant recordedAt) {
        String id = trial.trial().value();
        CloudEvent event =
                new CloudEvent(id + "/" + trial.version(), "io.dorsal.trial.v1", "/api/trials", recordedAt, id);
        return new Message(Topics.TRIALS.name(), id, text(TrialCodec.stored(trial)), event);
    }

    public static Message of(PatientReport report) {
        return new Message(
                Topics.PATIENT_REPORTS.name(),
                report.trial().value(),
                text(ReportCodec.stored(report)),
                report.cloudEvent());
    }

    public static Message of(Decision decision) {
        return new Message(
                Topics.DECISIONS.name(),
                decision.trial().value(),
                text(DecisionCodec.stored(decision)),
                decision.cloudEvent());
    }

    public static Message of(Registration registration, Instant recordedAt) {
        String id = registration.device().value();
        CloudEvent event = new CloudEvent(
                id + "/" + registration.version(), "io.dorsal.device.v1", "/api/devices", recordedAt, id);
        return new Message(Topics.DEVICES.name(), id, text(RegistrationCodec.stored(registration)), event);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}

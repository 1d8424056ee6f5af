package io.dorsal.registry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.DeviceId;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.DecisionKind;
import io.dorsal.model.device.Registration;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.TrialCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");

    @Test
    void aTrialIsKeyedByItsIdAndNamedByItsVersion() {
        String json = "{\"clinic\":\"c\",\"subject\":\"s\",\"therapy\":\"SCS\",\"timezone\":\"Europe/Berlin\"}";
        Message message = Message.of(
                TrialCodec.parse(new TrialId("T-1"), 4, Json.parse(json.getBytes(StandardCharsets.UTF_8))), NOW);

        assertThat(message.topic()).isEqualTo("dorsal.trials.v1");
        assertThat(message.key()).isEqualTo("T-1");
        assertThat(message.event().id()).isEqualTo("T-1/4");
        assertThat(message.value()).contains("\"version\":4");
    }

    @Test
    void aReportIsKeyedByItsTrial() {
        Message message = Message.of(new PatientReport(
                new TrialId("T-1"),
                new ReportId("p-1"),
                2,
                new Statement.Retraction(ReportKind.PAIN, "typed on the wrong day"),
                NOW,
                null));

        assertThat(message.topic()).isEqualTo("dorsal.patient-reports.v1");
        assertThat(message.key()).isEqualTo("T-1");
        assertThat(message.event().id()).isEqualTo("T-1/p-1/2");
    }

    @Test
    void aDecisionIsKeyedByItsTrial() {
        String json = """
                {"decision":"p-1","payer":"medicare","request":{"stage":"TRIAL","procedure":"63650"},
                 "requestedAt":"2026-03-01T12:00:00Z","result":"APPROVED","decidedAt":"2026-03-02T12:00:00Z"}""";
        Message message = Message.of(DecisionCodec.parse(
                DecisionKind.PAYER, new TrialId("T-1"), NOW, null, Json.parse(json.getBytes(StandardCharsets.UTF_8))));

        assertThat(message.topic()).isEqualTo("dorsal.trial-decisions.v1");
        assertThat(message.key()).isEqualTo("T-1");
        assertThat(message.event().id()).isEqualTo("T-1/p-1");
        assertThat(message.event().type()).isEqualTo("io.dorsal.payer-decision.v1");
    }

    @Test
    void aDeviceIsKeyedByItsIdAndCarriesNoSecret() {
        Message message = Message.of(Registration.of(new DeviceId("ETS-1"), 1, "00ff", "s3cret"), NOW);

        assertThat(message.topic()).isEqualTo("dorsal.devices.v1");
        assertThat(message.key()).isEqualTo("ETS-1");
        assertThat(message.value()).contains("secretHash").doesNotContain("s3cret");
    }
}

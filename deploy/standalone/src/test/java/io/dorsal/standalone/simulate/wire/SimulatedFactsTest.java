package io.dorsal.standalone.simulate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.DevicePayload;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.standalone.simulate.core.Cohort;
import io.dorsal.standalone.simulate.core.Delivery;
import io.dorsal.standalone.simulate.core.Delivery.ClinicianDecided;
import io.dorsal.standalone.simulate.core.Delivery.PayerAnswered;
import io.dorsal.standalone.simulate.core.Delivery.PayloadSent;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.Delivery.TrialWritten;
import io.dorsal.standalone.simulate.core.LoggedEvent;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.core.TrialScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedFactsTest {
    private static final List<TrialPlan> PLANS = new Cohort(7, 5, LocalDate.parse("2026-11-22"), 0).plans(6);

    @Test
    void thePlatformsOwnCodecReadsEveryEventAsItWasMeant() {
        for (TrialPlan plan : PLANS) {
            for (PayloadSent sent : deliveries(plan, PayloadSent.class)) {
                byte[] payload = EventWriter.payload(sent.events());
                List<DevicePayload.Slice> slices = DevicePayload.slices(payload);
                assertThat(slices).hasSameSizeAs(sent.events());
                for (int i = 0; i < slices.size(); i++) {
                    LoggedEvent meant = sent.events().get(i);
                    DeviceEvent read = DeviceEventCodec.parse(
                            sent.device(),
                            sent.due(),
                            payload,
                            slices.get(i).offset(),
                            slices.get(i).length());
                    assertThat(read)
                            .isEqualTo(new DeviceEvent(
                                    sent.device(), meant.boot(), meant.seq(), meant.at(), sent.due(), meant.what()));
                }
            }
        }
    }

    @Test
    void thePlatformsOwnCodecReadsEveryReportAsItWasMeant() {
        for (TrialPlan plan : PLANS) {
            for (ReportsFiled filed : deliveries(plan, ReportsFiled.class)) {
                byte[] body = ReportWriter.array(filed.reports()).getBytes(StandardCharsets.UTF_8);
                PatientReport meant = filed.reports().getFirst();
                assertThat(ReportCodec.parse(
                                meant.trial(),
                                meant.recordedAt(),
                                null,
                                Json.parse(body).get(0)))
                        .isEqualTo(meant);
            }
        }
    }

    @Test
    void everyTrialDocumentIsValid() {
        for (TrialPlan plan : PLANS) {
            for (TrialWritten written : deliveries(plan, TrialWritten.class)) {
                Trial meant = written.document();
                byte[] body = TrialCodec.canonical(meant).getBytes(StandardCharsets.UTF_8);
                assertThat(TrialCodec.parse(meant.trial(), 0, Json.parse(body))).isEqualTo(meant);
            }
        }
    }

    /** If this changes on purpose, give the new digest; if not, something is no longer deterministic. */
    @Test
    void seedSevenBringsTheseBytes() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (TrialPlan plan : PLANS) {
            TrialScript script = new TrialScript(plan);
            while (script.peek() != null) {
                Delivery next = script.next();
                digest.update(next.due().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(bytes(next));
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("7b5eb17fad4d92b80b1e5151ba25ed75209f7372ab16a18850276c15efc07528");
    }

    private static byte[] bytes(Delivery delivery) {
        return switch (delivery) {
            case PayloadSent sent -> EventWriter.payload(sent.events());
            case ReportsFiled filed -> ReportWriter.array(filed.reports()).getBytes(StandardCharsets.UTF_8);
            case TrialWritten written -> TrialCodec.stored(written.document());
            case PayerAnswered answered -> DecisionCodec.stored(answered.answer());
            case ClinicianDecided decided -> decided.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static <T extends Delivery> List<T> deliveries(TrialPlan plan, Class<T> type) {
        TrialScript script = new TrialScript(plan);
        List<T> found = new ArrayList<>();
        while (script.peek() != null) {
            Delivery next = script.next();
            if (type.isInstance(next)) {
                found.add(type.cast(next));
            }
        }
        return found;
    }
}

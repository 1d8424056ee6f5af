package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Span;
import io.dorsal.model.event.Cause;
import io.dorsal.model.event.Happening.ImpedanceMeasured;
import io.dorsal.model.event.Happening.LeadDisconnected;
import io.dorsal.model.event.Happening.PainReported;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Happening.UsageRecorded;
import io.dorsal.model.event.Settings;
import io.dorsal.model.event.Waveform;
import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.report.Statement.PerceivedRelief;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The published wire sample is what the core computes: worked example 3 on its seventh day, two days planned, with a
 * stimulator. After a wanted change {@code -Dsample=write} writes it anew.
 */
class OutcomeSampleTest {
    private static final Path SAMPLE =
            Path.of("../../../shared-model/src/test/resources/wire/responder-outcome.usage.v1.json");

    @Test
    void theSampleIsTheOutcomeOfTheSketchedTrial() throws IOException {
        JsonNode outcome =
                Json.parse(ResponderOutcomeCodec.stored(trial().assess(Instant.parse("2026-03-10T01:00:00Z"))));
        if ("write".equals(System.getProperty("sample"))) {
            Files.writeString(SAMPLE, outcome.toPrettyString() + "\n");
        }

        assertThat(Json.parse(Files.readAllBytes(SAMPLE))).isEqualTo(outcome);
    }

    static Sketch trial() {
        Sketch sketch = new Sketch()
                .running()
                .planned("2026-03-12T14:00:00Z")
                .wears()
                .baseline(8, 8, 8, null, 8, 8, 8)
                .pain("noon", 1, Instant.parse("2026-02-23T17:00:00Z"), 8)
                .days(3, null, 4, null, null, 3, 2)
                .pain("c-1", 1, Instant.parse("2026-03-04T15:00:00Z"), 2, PainScale.NRS, PainConstruct.CURRENT)
                .pain("c-2", 1, Instant.parse("2026-03-04T20:10:00Z"), 4, PainScale.NRS, PainConstruct.CURRENT)
                .report("r-1", 1, new PerceivedRelief(Instant.parse("2026-03-09T14:00:00Z"), new BigDecimal(70)));
        questionnaires(sketch);
        stimulator(sketch);
        return sketch;
    }

    private static void questionnaires(Sketch sketch) {
        Instant before = Instant.parse("2026-02-24T15:00:00Z");
        Instant after = Instant.parse("2026-03-09T14:30:00Z");
        sketch.report("o-1", 1, new Function(before, Instrument.ODI, new BigDecimal("52"), null))
                .report("o-2", 1, new Function(after, Instrument.ODI, new BigDecimal("31.1"), null))
                .report("e-1", 1, new Function(before, Instrument.EQ_5D_5L, new BigDecimal("0.412"), null))
                .report("e-2", 1, new Function(after, Instrument.EQ_5D_5L, new BigDecimal("0.701"), null))
                .report("s-1", 1, new Function(before, Instrument.SLEEP, new BigDecimal("9"), null))
                .report(
                        "g-1",
                        1,
                        new Function(after, Instrument.PGIC, BigDecimal.TWO, CodingDirection.LOWER_IS_BETTER));
    }

    private static void stimulator(Sketch sketch) {
        Settings tonic = settings("4.5", "45");
        sketch.event(0, 0, at(3, "14:00"), new StimulationChanged(true, "A", Cause.CLINICIAN, tonic))
                .event(0, 1, at(3, "15:00"), ohms("600"))
                .event(0, 2, at(4, "20:00"), new StimulationChanged(false, null, Cause.PATIENT, null))
                .event(0, 3, at(4, "21:00"), pain("5"))
                .event(0, 4, at(5, "00:00"), new StimulationChanged(true, "B", Cause.PATIENT, settings("3", "150")))
                .event(0, 5, at(6, "12:00"), ohms("2400"))
                .event(0, 7, at(6, "18:00"), new LeadDisconnected("L1"))
                .event(0, 8, at(8, "04:00"), usage("2026-03-07T05:00:00Z", "2026-03-08T04:00:00Z", "B"))
                .event(1, 0, at(9, "00:00"), usage("2026-03-08T05:00:00Z", "2026-03-09T00:00:00Z", "B"))
                .event(1, 1, at(9, "16:00"), pain("3"));
    }

    private static Instant at(int march, String time) {
        return Instant.parse("2026-03-%02dT%s:00Z".formatted(march, time));
    }

    private static ImpedanceMeasured ohms(String ohms) {
        return new ImpedanceMeasured(List.of(new ImpedanceMeasured.Contact("3", new BigDecimal(ohms))));
    }

    private static PainReported pain(String score) {
        return new PainReported(PainScale.NRS, new BigDecimal(score), PainConstruct.CURRENT);
    }

    private static UsageRecorded usage(String from, String to, String program) {
        return new UsageRecorded(new Span(Instant.parse(from), Instant.parse(to)), true, program);
    }

    private static Settings settings(String milliamps, String hertz) {
        return new Settings(
                Waveform.TONIC,
                new BigDecimal(milliamps),
                new BigDecimal(hertz),
                new BigDecimal("300"),
                null,
                null,
                null);
    }
}

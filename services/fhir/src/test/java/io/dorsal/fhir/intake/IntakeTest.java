package io.dorsal.fhir.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.fhir.TrialSketch;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What single resources come to. The samples are lines of {@code intake/taken.jsonl}, the refusals of {@code hostile/}. */
class IntakeTest {
    private static final Instant RECORDED_AT = Instant.parse("2026-03-20T00:00:00Z");
    private static final Trial TRIAL = new TrialSketch().trial();

    static Stream<String> taken() {
        return lines("/intake/taken.jsonl");
    }

    static Stream<String> refused() {
        return lines("/hostile/resources.jsonl");
    }

    @ParameterizedTest
    @MethodSource("taken")
    void aSampleIsItsReport(String line) {
        JsonNode sample = json(line);
        PatientReport report = report(read(sample.get("resource").toString()));
        ObjectNode stated = (ObjectNode) json(new String(ReportCodec.stored(report), StandardCharsets.UTF_8));
        ObjectNode expected = (ObjectNode) sample.get("report");
        expected.fieldNames()
                .forEachRemaining(field -> assertThat(stated.get(field).asText())
                        .as(sample.get("name").asText() + ": " + field)
                        .isEqualTo(expected.get(field).asText()));
        assertThat(report.trial()).isEqualTo(new TrialId("T-1"));
        assertThat(report.recordedAt()).isEqualTo(RECORDED_AT);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aHostileResourceIsRefusedWithItsPlace(String line) {
        JsonNode sample = Json.parseDocument(line.getBytes(StandardCharsets.UTF_8));
        String resource = line.substring(line.indexOf("\"resource\":") + 11, line.length() - 1);
        Malformed why = refusal(read(resource));
        assertThat(why.reason().word() + " " + why.field())
                .isEqualTo(
                        sample.get("reason").asText() + " " + sample.get("path").asText());
        assertThat(why.expected()).isNotBlank();
    }

    @Test
    void theSameResourceAgainIsTheSameReport() {
        String line = taken().findFirst().orElseThrow();
        String resource = json(line).get("resource").toString();
        assertThat(read(resource)).isEqualTo(read(resource));
    }

    @Test
    void aRefusalNeverRepeatsWhatWasSent() {
        refused().forEach(line -> {
            Malformed why = refusal(read(line.substring(line.indexOf("\"resource\":") + 11, line.length() - 1)));
            assertThat(why.getMessage()).doesNotContain("foo", "colour", "T-404", "c7e1", "oxy\"", "asleep", "<script");
        });
    }

    private static Reading read(String resource) {
        Posted posted = Posted.read(resource.getBytes(StandardCharsets.UTF_8), null);
        return Intake.read(posted, IntakeTest::trial, RECORDED_AT).getFirst();
    }

    private static @Nullable Trial trial(TrialId id) {
        return id.equals(TRIAL.trial()) ? TRIAL : null;
    }

    private static PatientReport report(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Report.class);
        return ((Reading.Report) reading).report();
    }

    private static Malformed refusal(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).why();
    }

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> lines(String file) {
        try (InputStream in = IntakeTest.class.getResourceAsStream(file)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

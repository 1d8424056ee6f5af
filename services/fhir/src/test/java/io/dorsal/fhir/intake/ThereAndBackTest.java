package io.dorsal.fhir.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.SampleTrial;
import io.dorsal.fhir.TrialSketch;
import io.dorsal.fhir.document.FhirDocument;
import io.dorsal.fhir.document.TrialEvidence;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.wire.ReportCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document posted back states the reports that it was made of, and nothing of what was computed from them. */
class ThereAndBackTest {

    @ParameterizedTest
    @EnumSource
    void aDocumentComesBackAsItsReports(SampleTrial sample) {
        TrialSketch sketch = sample.sketch();
        TrialEvidence evidence = sketch.evidence();
        byte[] document = FhirDocument.bytes(evidence, sketch.identity());
        List<Reading> readings =
                Intake.read(Posted.read(document, null), id -> sketch.trial(), Instant.parse("2026-06-02T00:00:00Z"));

        assertThat(readings).noneMatch(Reading.Refused.class::isInstance);
        List<PatientReport> back = readings.stream()
                .filter(Reading.Report.class::isInstance)
                .map(reading -> ((Reading.Report) reading).report())
                .toList();
        String text = new String(document, StandardCharsets.UTF_8);
        List<PatientReport> stated = evidence.reports().stream()
                .filter(report -> text.contains(
                        "T-1:report\",\"value\":\"" + report.report().value() + "\""))
                .toList();
        assertThat(contents(back)).isEqualTo(contents(stated)).hasSameSizeAs(back);
    }

    private static TreeSet<String> contents(List<PatientReport> reports) {
        return reports.stream().map(ReportCodec::canonical).collect(Collectors.toCollection(TreeSet::new));
    }
}

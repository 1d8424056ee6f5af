package io.dorsal.fhir.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.SampleTrial;
import io.dorsal.fhir.TrialSketch;
import io.dorsal.model.FactDigest;
import io.dorsal.model.report.PatientReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same facts give the same bytes: in any order, in another process, in any time zone and language. */
class SameBytesTest {

    @ParameterizedTest
    @CsvSource({
        "Asia/Kathmandu, ar-EG-u-nu-arab",
        "America/St_Johns, tr-TR",
        "Pacific/Apia, th-TH-u-ca-buddhist-nu-thai"
    })
    void anotherProcessInAnotherPlaceGivesTheSameBytes(String zone, String language) throws Exception {
        assertThat(digestsOfProcess(zone, language)).isEqualTo(digests());
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfReportsLeavesNoTrace(SampleTrial sample) {
        long seed = Long.getLong("seed", System.nanoTime());
        TrialSketch sketch = sample.sketch();
        TrialEvidence evidence = sketch.evidence();
        List<PatientReport> shuffled = new ArrayList<>(sketch.reports());
        shuffled.addAll(sketch.reports());
        Collections.shuffle(shuffled, new Random(seed));
        TrialEvidence again = new TrialEvidence(
                evidence.trial(), shuffled, evidence.responder(), evidence.opioids(), evidence.determination());
        assertThat(FhirDocument.bytes(again, sketch.identity()))
                .as("-Dseed=" + seed)
                .isEqualTo(FhirDocument.bytes(evidence, sketch.identity()));
    }

    @Test
    void anotherTimeOfIssueChangesTheFrameAlone() {
        TrialSketch sketch = SampleTrial.RESPONDER.sketch();
        DocumentIdentity later = new DocumentIdentity(
                "P-2",
                sketch.identity().issuedAt().plusSeconds(1),
                sketch.identity().asOf(),
                "P-1");
        var before = FhirDocument.of(sketch.evidence(), sketch.identity()).getEntry();
        var after = FhirDocument.of(sketch.evidence(), later).getEntry();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after)
                .filteredOn(entry ->
                        before.stream().noneMatch(one -> one.getFullUrl().equals(entry.getFullUrl())))
                .extracting(entry -> entry.getResource().fhirType())
                .containsExactly("Composition", "Provenance");
    }

    /** Prints the digest of each sample's document. */
    public static void main(String[] args) {
        System.out.print(digests());
    }

    private static String digests() {
        return Arrays.stream(SampleTrial.values())
                .map(sample -> {
                    TrialSketch sketch = sample.sketch();
                    byte[] bytes = FhirDocument.bytes(sketch.evidence(), sketch.identity());
                    return sample + " " + FactDigest.sha256(bytes);
                })
                .collect(Collectors.joining("\n"));
    }

    private static String digestsOfProcess(String zone, String language) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=" + zone,
                        "-Duser.language=" + language.substring(0, 2),
                        "-Duser.country=" + language.substring(3, 5),
                        "-Duser.extensions=" + language.substring(5).replaceFirst("^-", ""),
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SameBytesTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}

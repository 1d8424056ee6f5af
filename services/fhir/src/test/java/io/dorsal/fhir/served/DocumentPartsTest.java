package io.dorsal.fhir.served;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import io.dorsal.fhir.SampleTrial;
import io.dorsal.fhir.TrialSketch;
import io.dorsal.fhir.Validation;
import io.dorsal.fhir.document.DocumentIdentity;
import io.dorsal.fhir.document.FhirDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A document cut into what is served. */
class DocumentPartsTest {
    private static final Release RELEASE = new Release("P-1", Instant.parse("2026-06-01T12:00:05Z"), "P-0", 300_000);

    @ParameterizedTest
    @EnumSource(names = {"RESPONDER", "PLANNED", "CORRECTED"})
    void everyPartIsValidByItself(SampleTrial sample) {
        parts(sample).stream()
                .skip(1)
                .forEach(part -> assertThat(Validation.complaints(
                                part.json().getBytes(StandardCharsets.UTF_8), ResultSeverityEnum.ERROR))
                        .as(part.type())
                        .isEmpty());
    }

    @Test
    void referencesLeadToOtherParts() {
        List<Part> parts = parts(SampleTrial.RESPONDER);
        Set<String> served =
                parts.stream().map(part -> part.type() + "/" + part.id()).collect(Collectors.toSet());
        Pattern reference = Pattern.compile("\"reference\":\"([^\"]+)\"");
        parts.stream()
                .skip(2)
                .forEach(part -> assertThat(reference.matcher(part.json()).results())
                        .allSatisfy(found -> assertThat(served).contains(found.group(1))));
    }

    @Test
    void theBundleStaysAsItWas() {
        TrialSketch sketch = SampleTrial.RESPONDER.sketch();
        byte[] document = FhirDocument.bytes(sketch.evidence(), sketch.identity());
        assertThat(DocumentParts.of(document, RELEASE).getFirst().json())
                .isEqualTo(new String(document, StandardCharsets.UTF_8));
    }

    @Test
    void aPartIsFoundByWhatItIsAbout() {
        Part day = parts(SampleTrial.RESPONDER).stream()
                .filter(part -> part.codes().contains("urn:dorsal:code|pain-day"))
                .findFirst()
                .orElseThrow();
        assertThat(day.codes()).contains("pain-day");
        assertThat(day.from()).isEqualTo("2026-02-23T00:00:00Z");
        assertThat(day.to()).isEqualTo("2026-02-24T00:00:00Z");
        assertThat(parts(SampleTrial.RESPONDER))
                .filteredOn(part -> part.identifiers().contains("urn:dorsal:trial:T-1:report|p-2026-03-03"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.patient()).isEqualTo(day.patient()));
    }

    private static List<Part> parts(SampleTrial sample) {
        TrialSketch sketch = sample.sketch();
        DocumentIdentity identity = DocumentIdentity.ofContent(sketch.identity().asOf());
        return DocumentParts.of(FhirDocument.bytes(sketch.evidence(), identity), RELEASE);
    }
}

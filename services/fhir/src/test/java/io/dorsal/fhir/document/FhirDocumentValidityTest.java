package io.dorsal.fhir.document;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import io.dorsal.fhir.SampleTrial;
import io.dorsal.fhir.TrialSketch;
import io.dorsal.fhir.Validation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every document is valid R4 in the eyes of HAPI's validator. */
class FhirDocumentValidityTest {

    @ParameterizedTest
    @EnumSource
    void theDocumentIsValid(SampleTrial sample) {
        TrialSketch sketch = sample.sketch();
        byte[] document = FhirDocument.bytes(sketch.evidence(), sketch.identity());
        assertThat(Validation.complaints(document, ResultSeverityEnum.ERROR)).isEmpty();
    }
}

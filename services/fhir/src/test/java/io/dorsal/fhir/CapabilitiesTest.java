package io.dorsal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    @Test
    void theStatementIsValid() {
        byte[] statement = Fhir.bytes(Capabilities.statement());
        assertThat(Validation.complaints(statement, ResultSeverityEnum.ERROR)).isEmpty();
    }
}

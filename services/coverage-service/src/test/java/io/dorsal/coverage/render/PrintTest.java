package io.dorsal.coverage.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintTest {
    @Test
    void wordsOfTheWireAreSaidAndReferencesOfPapersStay() {
        assertThat(Print.said("any of: (pain-relief/1: NOT_EVALUABLE (NOT_STARTED)); 50 % is required"))
                .isEqualTo("any of: (pain-relief/1: not evaluable (not started)); 50 % is required");
        assertThat(Print.said("opioid/1: UNDETERMINED (TRIAL_INCOMPLETE)"))
                .isEqualTo("opioid/1: undetermined (trial incomplete)");
        assertThat(Print.said("by PSYCHOLOGIST, SUPERVISED_NPP or LCSW: NOT_CLEARED, SCAN_FILE"))
                .isEqualTo("by psychologist, supervised NPP or LCSW: not cleared, SCAN_FILE");
        assertThat(Print.said("by LCSW, REPORT-7 (G90.5, SCS)")).isEqualTo("by LCSW, REPORT-7 (G90.5, SCS)");
    }
}

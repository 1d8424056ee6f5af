package io.dorsal.registry.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CredentialTest {
    @Test
    void theSecretDoesNotSlipIntoALog() {
        assertThat(new Credential("s3cret", "00").toString()).doesNotContain("s3cret");
    }
}

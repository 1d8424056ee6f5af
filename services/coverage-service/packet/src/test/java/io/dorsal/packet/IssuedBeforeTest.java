package io.dorsal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.packet.core.Verdict.Verified;
import io.dorsal.packet.jose.KeySet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packets that the first edition issued (1 December 2026, of trials planned, running and over) are verified for ever:
 * signatures, every byte, and that facts and rules are read as they were written. What the first edition computed with a
 * fault that is mended since is not computed again, and that is said.
 */
class IssuedBeforeTest {
    @ParameterizedTest
    @ValueSource(strings = {"planned", "running", "ended"})
    void whatWasIssuedOnceIsVerifiedForEver(String packet) throws IOException {
        KeySet keys = KeySet.parse(new String(read("jwks.json"), StandardCharsets.UTF_8));

        assertThat(new Verifier(keys).verify(read(packet + ".pdf")))
                .isInstanceOfSatisfying(Verified.class, verified -> {
                    assertThat(verified.computedAgain()).containsExactly("facts.json", "rules.json");
                    assertThat(verified.asSigned())
                            .contains("responder-outcome.json", "opioid-outcome.json", "determination.json");
                    assertThat(verified.earlierEdition()).isEqualTo(1);
                });
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = IssuedBeforeTest.class.getResourceAsStream("/issued-before/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}

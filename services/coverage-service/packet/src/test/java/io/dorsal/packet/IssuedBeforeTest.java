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
 * Packets that an earlier version issued (1 December 2026, of trials planned, running and over) are verified for ever:
 * whatever is computed otherwise today is computed for them as it was then.
 */
class IssuedBeforeTest {
    @ParameterizedTest
    @ValueSource(strings = {"planned", "running", "ended"})
    void whatWasIssuedOnceIsVerifiedForEver(String packet) throws IOException {
        KeySet keys = KeySet.parse(new String(read("jwks.json"), StandardCharsets.UTF_8));

        assertThat(new Verifier(keys).verify(read(packet + ".pdf"))).isInstanceOf(Verified.class);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = IssuedBeforeTest.class.getResourceAsStream("/issued-before/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}

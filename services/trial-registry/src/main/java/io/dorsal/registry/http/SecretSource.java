package io.dorsal.registry.http;

import io.dorsal.registry.core.Credential;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes device secrets that nobody can guess: 256 bits from the operating system. */
@ApplicationScoped
class SecretSource {
    private static final int SECRET_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    Credential next() {
        return new Credential(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES)),
                HexFormat.of().formatHex(bytes(SALT_BYTES)));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

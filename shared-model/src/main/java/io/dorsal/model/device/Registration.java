package io.dorsal.model.device;

import io.dorsal.model.DeviceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A known stimulator and how to check its secret.
 *
 * <p>The secret is 256 random bits that the registry made, so one salted SHA-256 is enough: there is no dictionary to
 * try, and a slow hash would only let strangers keep the gateway busy.
 *
 * @param salt hexadecimal
 * @param secretHash SHA-256 of salt bytes and secret characters, hexadecimal
 */
public record Registration(DeviceId device, long version, String salt, String secretHash) {

    public static Registration of(DeviceId device, long version, String salt, String secret) {
        return new Registration(device, version, salt, hash(salt, secret));
    }

    /** Compares in constant time. */
    public boolean accepts(String secret) {
        return MessageDigest.isEqual(ascii(secretHash), ascii(hash(salt, secret)));
    }

    private static String hash(String salt, String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HexFormat.of().parseHex(salt));
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

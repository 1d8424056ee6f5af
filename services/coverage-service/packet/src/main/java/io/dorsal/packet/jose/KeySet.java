package io.dorsal.packet.jose;

import io.dorsal.model.FactDigest;
import io.dorsal.model.Malformed;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Public keys that packets may be signed by. Read without the library that writes them: it takes as long to load as all
 * else in the verifier.
 *
 * @param keys by thumbprint [RFC 7638], whatever id the set gives them
 */
public record KeySet(Map<String, ECPublicKey> keys) {
    private static final int KEYS_MAX = 1_000;
    private static final int TEXT_MAX = 64;

    public KeySet {
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    /** A key of the curve P-256, as a JWK writes it. */
    private record Point(String x, String y) {
        String thumbprint() {
            String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
            String sha256 = FactDigest.sha256(canonical.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(HexFormat.of().parseHex(sha256));
        }

        ECPublicKey key() throws GeneralSecurityException {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECPoint point = new ECPoint(coordinate(x), coordinate(y));
            return (ECPublicKey) KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
        }

        private static BigInteger coordinate(String base64) {
            return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
        }
    }

    /**
     * Reads a JWK set [RFC 7517]; keys of other kinds are left alone.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static KeySet parse(String json) {
        try {
            JsonFields set = JsonFields.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
            if (!set.has("keys")) {
                throw new IllegalArgumentException("expected a JWK set [RFC 7517] with 'keys', got none");
            }
            Map<String, ECPublicKey> keys = new TreeMap<>();
            for (Point point : set.list("keys", KEYS_MAX, KeySet::points).stream()
                    .flatMap(List::stream)
                    .toList()) {
                keys.put(point.thumbprint(), point.key());
            }
            return new KeySet(keys);
        } catch (Malformed | GeneralSecurityException e) {
            throw new IllegalArgumentException("expected a JWK set [RFC 7517], got " + e.getMessage(), e);
        }
    }

    /** None for a key of another kind. */
    private static List<Point> points(JsonFields key) {
        boolean ours = key.text("kty", TEXT_MAX).equals("EC")
                && key.text("crv", TEXT_MAX).equals("P-256");
        return ours ? List.of(new Point(key.text("x", TEXT_MAX), key.text("y", TEXT_MAX))) : List.of();
    }
}

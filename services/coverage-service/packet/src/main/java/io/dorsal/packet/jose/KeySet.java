package io.dorsal.packet.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Public keys that packets may be signed by.
 *
 * @param keys by thumbprint, whatever id the set gives them
 */
public record KeySet(Map<String, ECPublicKey> keys) {
    public KeySet {
        keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    /**
     * Reads a JWK set [RFC 7517]; keys of other kinds are left alone.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static KeySet parse(String json) {
        try {
            Map<String, ECPublicKey> keys = new TreeMap<>();
            for (JWK key : JWKSet.parse(json).getKeys()) {
                if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
                    keys.put(ec.computeThumbprint().toString(), ec.toECPublicKey());
                }
            }
            return new KeySet(keys);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("expected a JWK set [RFC 7517], got " + e.getMessage(), e);
        }
    }
}

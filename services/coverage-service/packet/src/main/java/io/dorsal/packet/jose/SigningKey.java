package io.dorsal.packet.jose;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/**
 * A key that signs packets.
 *
 * @param id its thumbprint [RFC 7638]
 * @param certificate of the same key, by itself: a PDF's signature needs one
 */
public record SigningKey(String id, ECPrivateKey key, ECPublicKey publicKey, X509Certificate certificate) {}

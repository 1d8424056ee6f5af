package io.dorsal.packet.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import io.dorsal.model.Malformed;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.packet.core.Particulars;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Base64;

/**
 * The signature of a manifest: ES256 over its exact bytes, detached [RFC 7515, appendix F]. The protected header also
 * carries what makes the packet this one.
 */
public final class DetachedJws {
    private static final String TYPE = "dorsal-packet+jws";
    private static final String ALGORITHM = "ES256";
    private static final String PACKET = "packet";
    private static final String NUMBER = "number";
    private static final String ISSUED_AT = "issuedAt";
    private static final String AMENDS = "amends";
    private static final String WHY = "why";

    private static final int SIGNATURE_BYTES = 64;
    private static final int TEXT_MAX = 500;

    private final JsonFields header;
    private final byte[] signed;
    private final byte[] signature;

    private DetachedJws(JsonFields header, byte[] signed, byte[] signature) {
        this.header = header;
        this.signed = signed;
        this.signature = signature;
    }

    /** In compact form without its payload: {@code header..signature}. */
    public static String sign(byte[] manifest, Particulars particulars, SigningKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(TYPE))
                .contentType("application/json")
                .keyID(key.id())
                .customParam(PACKET, particulars.packet())
                .customParam(NUMBER, particulars.number())
                .customParam(ISSUED_AT, particulars.issuedAt().toString())
                .customParam(AMENDS, particulars.amends())
                .customParam(WHY, particulars.why())
                .build();
        JWSObject jws = new JWSObject(header, new Payload(manifest));
        try {
            jws.sign(new ECDSASigner(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform signs with ES256.", e);
        }
        return jws.serialize(true);
    }

    /**
     * Reads what {@link #sign} wrote, by the words of RFC 7515 and without the library, which takes its time to load.
     *
     * @throws ParseException when it is no detached JWS of a packet
     */
    public static DetachedJws parse(String compact, byte[] manifest) throws ParseException {
        String[] parts = compact.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new ParseException("expected header..signature", 0);
        }
        try {
            JsonFields header = JsonFields.of(Json.parse(Base64.getUrlDecoder().decode(parts[0])));
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            // 'crit' and 'b64' would change what is signed, or what a reader must understand.
            boolean ours = header.text("alg", TEXT_MAX).equals(ALGORITHM)
                    && header.text("typ", TEXT_MAX).equals(TYPE)
                    && !header.names("crit")
                    && !header.names("b64")
                    && signature.length == SIGNATURE_BYTES;
            if (!ours) {
                throw new ParseException("expected an ES256 signature of a packet", 0);
            }
            String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(manifest);
            return new DetachedJws(header, (parts[0] + "." + payload).getBytes(StandardCharsets.US_ASCII), signature);
        } catch (Malformed | IllegalArgumentException e) {
            throw new ParseException("expected base64url of JSON", 0);
        }
    }

    /** The id of the key that claims to have signed. */
    public String key() {
        return header.has("kid") ? header.text("kid", TEXT_MAX) : "none";
    }

    public boolean isSignedBy(ECPublicKey key) {
        try {
            Signature verifying = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifying.initVerify(key);
            verifying.update(signed);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** @throws ParseException when one is missing or of another form */
    public Particulars particulars() throws ParseException {
        try {
            return new Particulars(
                    header.text(PACKET, TEXT_MAX),
                    header.counter(NUMBER),
                    header.instant(ISSUED_AT),
                    header.optional(AMENDS, name -> header.text(name, TEXT_MAX)),
                    header.optional(WHY, name -> header.text(name, TEXT_MAX)));
        } catch (Malformed e) {
            throw new ParseException("expected what makes the packet this one, got " + e.getMessage(), 0);
        }
    }
}

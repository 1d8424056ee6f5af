package io.dorsal.packet.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import io.dorsal.packet.core.Particulars;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a manifest: ES256 over its exact bytes, detached [RFC 7515, appendix F]. The protected header also
 * carries what makes the packet this one.
 */
public final class DetachedJws {
    private static final JOSEObjectType TYPE = new JOSEObjectType("dorsal-packet+jws");
    private static final String PACKET = "packet";
    private static final String NUMBER = "number";
    private static final String ISSUED_AT = "issuedAt";
    private static final String AMENDS = "amends";
    private static final String WHY = "why";

    private final JWSObject jws;

    private DetachedJws(JWSObject jws) {
        this.jws = jws;
    }

    /** In compact form without its payload: {@code header..signature}. */
    public static String sign(byte[] manifest, Particulars particulars, SigningKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
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

    /** @throws ParseException when it is no detached JWS of a packet */
    public static DetachedJws parse(String compact, byte[] manifest) throws ParseException {
        JWSObject jws = JWSObject.parse(compact.strip(), new Payload(Base64URL.encode(manifest)));
        if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                || !TYPE.equals(jws.getHeader().getType())) {
            throw new ParseException("expected an ES256 signature of a packet", 0);
        }
        return new DetachedJws(jws);
    }

    /** The id of the key that claims to have signed. */
    public String key() {
        return String.valueOf(jws.getHeader().getKeyID());
    }

    public boolean isSignedBy(ECPublicKey key) {
        try {
            return jws.verify(new ECDSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    /** @throws ParseException when one is missing or of another form */
    public Particulars particulars() throws ParseException {
        try {
            return new Particulars(
                    text(PACKET),
                    Long.parseLong(text(NUMBER)),
                    Instant.parse(text(ISSUED_AT)),
                    optional(AMENDS),
                    optional(WHY));
        } catch (NumberFormatException | DateTimeException e) {
            throw new ParseException("expected 'number' and 'issuedAt' in the header", 0);
        }
    }

    private String text(String parameter) throws ParseException {
        String value = optional(parameter);
        if (value == null) {
            throw new ParseException("expected '%s' in the header".formatted(parameter), 0);
        }
        return value;
    }

    private @Nullable String optional(String parameter) {
        Object value = jws.getHeader().getCustomParam(parameter);
        return value == null ? null : value.toString();
    }
}

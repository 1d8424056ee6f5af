package io.dorsal.standalone.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The three kinds of X.509 certificate of a local stack; each may do its one thing only. */
final class Certificates {
    private static final X500Principal AUTHORITY = new X500Principal("CN=Dorsal local authority");
    private static final int SERIAL_BITS = 127;
    /** Clocks of devices that are a little late still accept a new certificate. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    private Certificates() {}

    static X509Certificate authority(KeyPair pair, Instant now, Duration lifetime)
            throws IOException, GeneralSecurityException {
        JcaX509v3CertificateBuilder builder = builder(AUTHORITY, AUTHORITY, pair.getPublic(), now, lifetime);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return sign(builder, pair.getPrivate());
    }

    static X509Certificate server(
            PublicKey key, X509Certificate authority, PrivateKey authorityKey, Instant now, Duration lifetime)
            throws IOException, GeneralSecurityException {
        JcaX509v3CertificateBuilder builder =
                leaf("CN=localhost", key, authority, KeyPurposeId.id_kp_serverAuth, now, lifetime);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
        }));
        return sign(builder, authorityKey);
    }

    static X509Certificate device(
            String device,
            PublicKey key,
            X509Certificate authority,
            PrivateKey authorityKey,
            Instant now,
            Duration lifetime)
            throws IOException, GeneralSecurityException {
        return sign(leaf("CN=" + device, key, authority, KeyPurposeId.id_kp_clientAuth, now, lifetime), authorityKey);
    }

    private static JcaX509v3CertificateBuilder leaf(
            String subject,
            PublicKey key,
            X509Certificate authority,
            KeyPurposeId purpose,
            Instant now,
            Duration lifetime)
            throws IOException, GeneralSecurityException {
        JcaX509v3CertificateBuilder builder =
                builder(authority.getSubjectX500Principal(), new X500Principal(subject), key, now, lifetime);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority));
        return builder;
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, PublicKey key, Instant now, Duration lifetime)
            throws IOException, GeneralSecurityException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(lifetime)),
                subject,
                key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}

package io.dorsal.packet.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The CMS structure of a PAdES baseline signature [ETSI EN 319 142-1, level B-B; RFC 5652, RFC 5035]: one signer, three
 * signed attributes, nothing unsigned.
 *
 * <p>It follows from digest, certificate and signature value alone. So verifying builds it again and compares all bytes:
 * of the parts that a signature does not cover, such as version numbers, none can be changed unnoticed.
 */
final class CmsSignature {
    private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final String JCA_NAME = "SHA256withECDSA";

    private final X509Certificate certificate;
    private final byte[] value;
    private final byte[] encoded;

    private CmsSignature(X509Certificate certificate, byte[] value, byte[] encoded) {
        this.certificate = certificate;
        this.value = value;
        this.encoded = encoded;
    }

    /** @param digest SHA-256 of what is signed */
    static byte[] sign(byte[] digest, X509Certificate certificate, PrivateKey key)
            throws GeneralSecurityException, IOException {
        ASN1Set attributes = attributes(digest, certificate);
        Signature signing = Signature.getInstance(JCA_NAME);
        signing.initSign(key);
        signing.update(attributes.getEncoded(ASN1Encoding.DER));
        return encode(attributes, certificate, signing.sign());
    }

    /** @throws IOException when it is no such structure */
    static CmsSignature parse(byte[] der) throws IOException {
        try {
            SignedData data =
                    SignedData.getInstance(ContentInfo.getInstance(der).getContent());
            byte[] certificate =
                    data.getCertificates().getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.DER);
            SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
            return new CmsSignature(
                    (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate)),
                    signer.getEncryptedDigest().getOctets(),
                    der);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("no CMS signature", e);
        }
    }

    PublicKey key() {
        return certificate.getPublicKey();
    }

    /** @param digest SHA-256 of what should be signed */
    boolean signs(byte[] digest) {
        try {
            ASN1Set attributes = attributes(digest, certificate);
            Signature verifying = Signature.getInstance(JCA_NAME);
            verifying.initVerify(certificate.getPublicKey());
            verifying.update(attributes.getEncoded(ASN1Encoding.DER));
            return Arrays.equals(encode(attributes, certificate, value), encoded) && verifying.verify(value);
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private static ASN1Set attributes(byte[] digest, X509Certificate certificate) throws GeneralSecurityException {
        byte[] fingerprint = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(attribute(CMSAttributes.contentType, CMSObjectIdentifiers.data));
        attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString(digest)));
        attributes.add(attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new SigningCertificateV2(new ESSCertIDv2(fingerprint))));
        return new DERSet(attributes);
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    private static byte[] encode(ASN1Set attributes, X509Certificate certificate, byte[] value)
            throws GeneralSecurityException, IOException {
        Certificate structure = Certificate.getInstance(certificate.getEncoded());
        SignerInfo signer = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(structure)),
                SHA_256,
                attributes,
                ECDSA,
                new DEROctetString(value),
                null);
        SignedData data = new SignedData(
                new DERSet(SHA_256),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(structure),
                null,
                new DERSet(signer));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }
}

package io.dorsal.standalone.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Reads and writes PEM; a private key is never readable by others, not even while it is being written. */
final class PemFiles {
    private static final int LINE_CHARACTERS = 64;

    private PemFiles() {}

    static void write(Path certificateFile, X509Certificate certificate, Path keyFile, PrivateKey key)
            throws IOException, GeneralSecurityException {
        writeAtomically(keyFile, pem("PRIVATE KEY", key.getEncoded()), "rw-------");
        writeAtomically(certificateFile, pem("CERTIFICATE", certificate.getEncoded()), "rw-r--r--");
    }

    static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
        byte[] encoded = Base64.getMimeDecoder().decode(base64);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static String pem(String kind, byte[] encoded) {
        String body = Base64.getMimeEncoder(LINE_CHARACTERS, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static void writeAtomically(Path file, String text, String permissions) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.write(unfinished, text.getBytes(StandardCharsets.US_ASCII));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

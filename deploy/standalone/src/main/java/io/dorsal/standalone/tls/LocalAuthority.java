package io.dorsal.standalone.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;

/**
 * The certificate authority of one data folder: its key never leaves the folder, and only its own gateway trusts it.
 *
 * <p>Made at the first start. The gateway's certificate is renewed by a start within {@link #RENEW_BEFORE} of its end.
 */
public final class LocalAuthority {
    private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3650);
    private static final Duration SERVER_LIFETIME = Duration.ofDays(397);
    private static final Duration DEVICE_LIFETIME = Duration.ofDays(730);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Path folder;
    private final X509Certificate certificate;
    private final PrivateKey key;

    private LocalAuthority(Path folder, X509Certificate certificate, PrivateKey key) {
        this.folder = folder;
        this.certificate = certificate;
        this.key = key;
    }

    /** Where a device's certificate and key are. */
    public record DeviceFiles(Path authority, Path certificate, Path key) {}

    public static LocalAuthority open(Path folder, Instant now) throws IOException {
        Files.createDirectories(folder.resolve("devices"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try {
            Path certificateFile = folder.resolve("ca.pem");
            Path keyFile = folder.resolve("ca.key");
            if (!Files.exists(certificateFile)) {
                KeyPair pair = newKey();
                PemFiles.write(
                        certificateFile,
                        Certificates.authority(pair, now, AUTHORITY_LIFETIME),
                        keyFile,
                        pair.getPrivate());
            }
            LocalAuthority authority =
                    new LocalAuthority(folder, PemFiles.certificate(certificateFile), PemFiles.key(keyFile));
            authority.ensureServerCertificate(now);
            return authority;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "expected a certificate authority in " + folder + ", got " + e.getMessage()
                            + " (move the folder away to make a new one)",
                    e);
        }
    }

    /** A new key and certificate for a device, whose id is the common name. Replaces earlier files. */
    public DeviceFiles issueForDevice(String device, Instant now) throws IOException {
        Path devices = folder.resolve("devices");
        DeviceFiles files = new DeviceFiles(
                folder.resolve("ca.pem"), devices.resolve(device + ".pem"), devices.resolve(device + ".key"));
        try {
            KeyPair pair = newKey();
            X509Certificate issued =
                    Certificates.device(device, pair.getPublic(), certificate, key, now, DEVICE_LIFETIME);
            PemFiles.write(files.certificate(), issued, files.key(), pair.getPrivate());
            return files;
        } catch (GeneralSecurityException e) {
            throw new IOException("could not issue a certificate for " + device, e);
        }
    }

    private void ensureServerCertificate(Instant now) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("server.pem");
        if (Files.exists(file)
                && PemFiles.certificate(file).getNotAfter().toInstant().isAfter(now.plus(RENEW_BEFORE))) {
            return;
        }
        KeyPair pair = newKey();
        X509Certificate server = Certificates.server(pair.getPublic(), certificate, key, now, SERVER_LIFETIME);
        PemFiles.write(file, server, folder.resolve("server.key"), pair.getPrivate());
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}

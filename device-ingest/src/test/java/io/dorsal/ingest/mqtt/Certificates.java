package io.dorsal.ingest.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority, a server and devices, made with the JDK's keytool for one test run. */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final Path store;

    Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.store = folder.resolve("all.p12");
        keytool("-alias", "authority", "-dname", "CN=dorsal-test", "-ext", "bc:c");
        keytool("-alias", "stranger", "-dname", "CN=stranger", "-ext", "bc:c");
        keytool("-alias", "server", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1", "-signer", "authority");
    }

    TlsFiles files() throws IOException, GeneralSecurityException {
        return new TlsFiles(
                pem(
                        "server.pem",
                        "CERTIFICATE",
                        load().getCertificateChain("server")[0].getEncoded()),
                pem(
                        "server.key",
                        "PRIVATE KEY",
                        load().getKey("server", PASSWORD).getEncoded()),
                pem(
                        "authority.pem",
                        "CERTIFICATE",
                        load().getCertificate("authority").getEncoded()));
    }

    /** What a device of that common name connects with; {@code signer} is {@code authority} or {@code stranger}. */
    SSLContext device(String commonName, String signer) throws Exception {
        keytool("-alias", commonName, "-dname", "O=Clinic, CN=" + commonName, "-signer", signer);
        KeyStore all = load();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("own", all.getKey(commonName, PASSWORD), PASSWORD, all.getCertificateChain(commonName));
        return context(own);
    }

    /** For a device that has a secret and no certificate. */
    SSLContext withoutCertificate() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        return context(empty);
    }

    private SSLContext context(KeyStore own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        Certificate authority = load().getCertificate("authority");
        trusted.setCertificateEntry("authority", authority);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            all.load(in, PASSWORD);
        }
        return all;
    }

    private Path pem(String name, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
    }

    private void keytool(String... specific) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-keyalg",
                "EC",
                "-validity",
                "2"));
        command.addAll(List.of(specific));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}

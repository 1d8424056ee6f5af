package io.dorsal.packet.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one installation: a JWK file for each, and {@code jwks.json} with the public parts of all. The newest
 * private one signs. Of a key that was replaced only the public part stays, so that what it signed can be verified.
 *
 * <p>The folder and the private key are for their owner alone.
 */
public final class KeyFolder {
    /** What to hand to whoever is to verify packets. */
    public static final String PUBLISHED = "jwks.json";

    private static final String ENDING = ".jwk";
    private static final String OWNER_ONLY = "rw-------";
    private static final String READABLE = "rw-r--r--";

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder and a first key where there is none. */
    public static KeyFolder open(Path folder, Instant now) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        KeyFolder keys = new KeyFolder(folder);
        if (keys.read().stream().noneMatch(JWK::isPrivate)) {
            keys.add(now);
        }
        return keys;
    }

    /** The key that signs now. */
    public SigningKey current() throws IOException {
        ECKey newest = read().stream()
                .filter(JWK::isPrivate)
                .max(Comparator.comparing(JWK::getIssueTime).thenComparing(JWK::getKeyID))
                .orElseThrow(() -> new IOException("expected a private key in " + folder + ", got none"));
        try {
            return new SigningKey(
                    newest.getKeyID(),
                    newest.toECPrivateKey(),
                    newest.toECPublicKey(),
                    newest.getParsedX509CertChain().getFirst());
        } catch (JOSEException e) {
            throw new IOException("expected a P-256 key in " + folder + ", got " + e.getMessage(), e);
        }
    }

    /** Makes a new key, which signs from now on; of the others the private part is destroyed. */
    public String rotate(Instant now) throws IOException {
        List<ECKey> before = read();
        String added = add(now);
        for (ECKey key : before) {
            if (key.isPrivate()) {
                write(fileOf(key), key.toPublicJWK().toJSONString(), READABLE);
            }
        }
        return added;
    }

    /** The public parts of all keys, as a JWK set. */
    public String published() throws IOException {
        return Files.readString(folder.resolve(PUBLISHED));
    }

    private String add(Instant now) throws IOException {
        ECKey key = generate(now);
        write(fileOf(key), key.toJSONString(), OWNER_ONLY);
        List<JWK> all = new ArrayList<>(read());
        write(folder.resolve(PUBLISHED), new JWKSet(all).toString(true), READABLE);
        return key.getKeyID();
    }

    private static ECKey generate(Instant now) throws IOException {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now))
                    .generate();
            byte[] certificate =
                    KeyCertificate.of(key.getKeyID(), key.toKeyPair(), now).getEncoded();
            return new ECKey.Builder(key)
                    .x509CertChain(List.of(Base64.encode(certificate)))
                    .build();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IOException("could not make a key", e);
        }
    }

    private Path fileOf(ECKey key) {
        return folder.resolve(key.getKeyID() + ENDING);
    }

    private List<ECKey> read() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<ECKey> keys = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                keys.add(read(file));
            }
            return keys;
        }
    }

    private static ECKey read(Path file) throws IOException {
        try {
            ECKey key = ECKey.parse(Files.readString(file));
            if (key.isPrivate() && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new IOException("expected a private key for its owner alone, got one that everybody reads: "
                        + "chmod 600 " + file);
            }
            return key;
        } catch (ParseException e) {
            throw new IOException("expected an EC key as JWK in " + file + ", got something else", e);
        }
    }

    /** Whole or not at all, and never readable by others meanwhile. */
    private static void write(Path file, String text, String permissions) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

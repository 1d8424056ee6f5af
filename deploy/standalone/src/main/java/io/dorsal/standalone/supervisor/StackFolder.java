package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The folder that keeps a stack's state, {@code .dorsal/} by default: data, logs, secrets, and what runs now. */
public record StackFolder(Path root) {
    private static final int SECRET_BYTES = 24;

    /** Makes what is missing; the folder holds patient data, so only its owner may look in. */
    public static StackFolder open(Path root) {
        StackFolder folder = new StackFolder(root.toAbsolutePath().normalize());
        try {
            for (Path path : new Path[] {folder.root, folder.data(), folder.logs(), folder.run(), folder.secrets()}) {
                Files.createDirectories(path);
            }
            Files.setPosixFilePermissions(folder.root, PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (IOException e) {
            throw new Refusal("expected to write to the data folder " + folder.root + ", got " + e
                    + "; choose another with --data DIR");
        }
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path kafka() {
        return data().resolve("kafka");
    }

    public Path postgres() {
        return data().resolve("postgres");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path tls() {
        return root.resolve("tls");
    }

    /** Of evidence packets; {@code ./dorsal verify} looks here. */
    public Path keys() {
        return root.resolve("keys");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /**
     * What to say where it holds half of what it should. The advice is of the whole folder: one half beside a new other one
     * would look ready, and be wrong.
     */
    Refusal notWhole(String how) {
        return new Refusal("the data folder " + root + " is not whole: " + how
                + "; put back a copy of all of it, or start empty after moving all of it away: mv " + root + " " + root
                + ".damaged");
    }

    /** A random secret of that name, made at its first use and kept. */
    public String secret(String name) throws IOException {
        Path file = secrets().resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }
}

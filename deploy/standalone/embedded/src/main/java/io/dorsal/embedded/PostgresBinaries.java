package io.dorsal.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them. */
public record PostgresBinaries(Path folder) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /** Unpacks beside the goal and renames, so that a run that is cut short never leaves half a PostgreSQL. */
    public static PostgresBinaries unpack(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = Files.createDirectories(Folders.holding(folder));
            Path unfinished = Files.createTempDirectory(parent, "unpacking-");
            try (InputStream archive = openArchive()) {
                unpack(archive, unfinished);
            }
            publish(unfinished, folder);
        }
        return new PostgresBinaries(folder);
    }

    public String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static InputStream openArchive() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null || !machine.equals("Linux amd64")) {
            throw new IllegalStateException("expected Linux amd64, for which PostgreSQL is at hand, got " + machine);
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, folder);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("expected an entry inside the archive's folder, got " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(Folders.holding(file));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void publish(Path unfinished, Path folder) throws IOException {
        // createTempDirectory makes it private; PostgreSQL in another user namespace must be able to read it.
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Folders.delete(unfinished);
        } catch (FileSystemException e) {
            Folders.delete(unfinished);
            // Another process was faster: "directory not empty". Its copy is as good as ours.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}

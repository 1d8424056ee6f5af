package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log of bounded size: when it is full it becomes {@code .1}, whose predecessor goes. */
final class LogFile implements AutoCloseable {
    static final long SIZE_BYTES_MAX = 10L * 1024 * 1024;

    private final Path file;
    private final long sizeBytesMax;
    private OutputStream output;
    private long sizeBytes;

    LogFile(Path file, long sizeBytesMax) throws IOException {
        this.file = file;
        this.sizeBytesMax = sizeBytesMax;
        this.output = append(file);
        this.sizeBytes = Files.size(file);
    }

    synchronized void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (sizeBytes + bytes.length > sizeBytesMax) {
                startAgain();
            }
            output.write(bytes);
            sizeBytes += bytes.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        output.close();
    }

    private void startAgain() throws IOException {
        output.close();
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        output = append(file);
        sizeBytes = 0;
    }

    private static OutputStream append(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}

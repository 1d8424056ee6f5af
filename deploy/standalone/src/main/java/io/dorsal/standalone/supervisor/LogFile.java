package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A log of bounded size: when it is full it becomes {@code .1}, whose predecessor goes.
 *
 * <p>A line that cannot be written is dropped: no part is to end because the disk is full.
 */
final class LogFile implements AutoCloseable {
    static final long SIZE_BYTES_MAX = 10L * 1024 * 1024;

    private final Path file;
    private final long sizeBytesMax;
    private @Nullable OutputStream output;
    private long sizeBytes;

    LogFile(Path file, long sizeBytesMax) throws IOException {
        this.file = file;
        this.sizeBytesMax = sizeBytesMax;
        open();
    }

    synchronized void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            OutputStream open = output == null ? open() : output;
            if (sizeBytes + bytes.length > sizeBytesMax) {
                close();
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                open = open();
            }
            open.write(bytes);
            sizeBytes += bytes.length;
        } catch (IOException e) {
            forget();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        OutputStream open = output;
        output = null;
        if (open != null) {
            open.close();
        }
    }

    /** The next line opens the file again, when there may be room. */
    private void forget() {
        try {
            close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }

    private OutputStream open() throws IOException {
        OutputStream open = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        output = open;
        sizeBytes = Files.size(file);
        return open;
    }
}

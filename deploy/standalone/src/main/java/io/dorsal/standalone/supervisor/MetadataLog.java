package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Kafka's own log of what topics there are, looked at before Kafka does.
 *
 * <p>Kafka cuts that log off at the first batch whose checksum is wrong, and takes the topics that were named behind it for
 * strays. A last batch that is cut short is what a power cut leaves, and Kafka's to mend; a wrong one before others is not.
 */
final class MetadataLog {
    private static final int LENGTH_AT = 8;
    private static final int TERM_AT = 12;
    private static final int MAGIC_AT = 16;
    private static final int CHECKSUM_AT = 17;
    private static final int CHECKED_FROM = 21;
    private static final int LAST_OFFSET_AT = 23;
    private static final int BATCH_BYTES_MIN = 61;
    private static final byte MAGIC = 2;
    static final long ANY_OFFSET = -1;

    private MetadataLog() {}

    /** Refuses a folder of Kafka's in which that log, or a snapshot of it, is broken. */
    static void requireWhole(Path kafka, StackFolder folder) throws IOException {
        Path metadata = kafka.resolve("__cluster_metadata-0");
        if (!Files.isDirectory(metadata)) {
            return;
        }
        List<Path> files = files(metadata);
        for (Path file : files) {
            boolean last = file.equals(files.getLast());
            long broken = firstBroken(Files.readAllBytes(file), firstOffset(file), last);
            if (broken >= 0) {
                throw folder.notWhole("Kafka's list of topics is broken at byte " + broken + " of " + file);
            }
        }
    }

    /** The snapshots, then the log's own files in the order of their names, which is that of their offsets. */
    private static List<Path> files(Path metadata) throws IOException {
        List<Path> all = list(metadata);
        return Stream.concat(endingIn(all, ".checkpoint"), endingIn(all, ".log"))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static Stream<Path> endingIn(List<Path> files, String ending) {
        return files.stream().filter(file -> file.toString().endsWith(ending)).sorted();
    }

    /** The name of a log file says it; of a snapshot, offsets say nothing. */
    private static long firstOffset(Path file) {
        String name = file.toFile().getName();
        return name.matches("\\d+\\.log") ? Long.parseLong(name.substring(0, name.indexOf('.'))) : ANY_OFFSET;
    }

    /**
     * Where the first broken batch begins, or -1.
     *
     * @param firstOffset each batch goes on where the one before it ends: offset and term are outside the checksum
     * @param mayBeCut the last one need not be complete
     */
    static long firstBroken(byte[] log, long firstOffset, boolean mayBeCut) {
        ByteBuffer bytes = ByteBuffer.wrap(log);
        long offset = firstOffset;
        int term = 0;
        int at = 0;
        while (at < log.length) {
            if (!isWhole(bytes, at)) {
                return mayBeCut && !anyWholeAfter(bytes, at) ? -1 : at;
            }
            if (offset != ANY_OFFSET && !goesOn(bytes, at, offset, term)) {
                return at;
            }
            offset = offset == ANY_OFFSET ? offset : offset + bytes.getInt(at + LAST_OFFSET_AT) + 1;
            term = bytes.getInt(at + TERM_AT);
            at += size(bytes, at);
        }
        return -1;
    }

    private static boolean goesOn(ByteBuffer bytes, int at, long offset, int term) {
        return bytes.getLong(at) == offset && bytes.getInt(at + TERM_AT) >= term;
    }

    /** Byte by byte: a broken length does not say where the next one begins. */
    private static boolean anyWholeAfter(ByteBuffer bytes, int broken) {
        for (int at = broken + 1; at <= bytes.limit() - BATCH_BYTES_MIN; at++) {
            if (isWhole(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(ByteBuffer bytes, int at) {
        int left = bytes.limit() - at;
        if (left < BATCH_BYTES_MIN || bytes.get(at + MAGIC_AT) != MAGIC) {
            return false;
        }
        int size = size(bytes, at);
        if (size < BATCH_BYTES_MIN || size > left) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.slice(at + CHECKED_FROM, size - CHECKED_FROM));
        return (int) checksum.getValue() == bytes.getInt(at + CHECKSUM_AT);
    }

    private static int size(ByteBuffer bytes, int at) {
        return bytes.getInt(at + LENGTH_AT) + LENGTH_AT + Integer.BYTES;
    }
}

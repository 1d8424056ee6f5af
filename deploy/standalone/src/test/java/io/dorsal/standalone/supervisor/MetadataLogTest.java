package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Every single byte of a log is damaged in turn. */
class MetadataLogTest {
    private static final long FIRST = 40;
    private static final int[] SIZES = {61, 70, 150, 64};
    private static final Random RANDOM = new Random(7);

    private final byte[] log = log();
    private final int lastBatch = log.length - SIZES[SIZES.length - 1];

    @Test
    void aWholeLogIsWhole() {
        assertThat(MetadataLog.firstBroken(log, FIRST, false)).isEqualTo(-1);
        assertThat(MetadataLog.firstBroken(new byte[0], FIRST, false)).isEqualTo(-1);
    }

    @Test
    void aWrongByteBeforeOtherBatchesIsFoundWhereItsBatchBegins() {
        for (int at = 0; at < lastBatch; at++) {
            byte[] damaged = log.clone();
            damaged[at] ^= (byte) (1 << RANDOM.nextInt(8));
            assertThat(MetadataLog.firstBroken(damaged, FIRST, true))
                    .as("byte %s", at)
                    // A term that was raised shows at the batch behind it.
                    .isBetween(0L, at + 0L + SIZES[2]);
        }
    }

    @Test
    void aLastBatchThatIsCutShortIsKafkasToMend() {
        for (int length = lastBatch; length < log.length; length++) {
            byte[] cut = Arrays.copyOf(log, length);
            assertThat(MetadataLog.firstBroken(cut, FIRST, true))
                    .as("cut at %s", length)
                    .isEqualTo(-1);
            byte[] zeros = Arrays.copyOf(cut, log.length + 512);
            assertThat(MetadataLog.firstBroken(zeros, FIRST, true))
                    .as("zeros from %s", length)
                    .isEqualTo(-1);
        }
    }

    @Test
    void onlyTheLastFileMayBeCut() {
        byte[] cut = Arrays.copyOf(log, log.length - 1);
        assertThat(MetadataLog.firstBroken(cut, FIRST, false)).isEqualTo(lastBatch);
    }

    @Test
    void aSnapshotMayBeginAndGoOnAtAnyOffset() {
        byte[] snapshot = log.clone();
        ByteBuffer.wrap(snapshot).putLong(0, 7);
        assertThat(MetadataLog.firstBroken(snapshot, MetadataLog.ANY_OFFSET, false))
                .isEqualTo(-1);
    }

    private static byte[] log() {
        ByteBuffer log = ByteBuffer.allocate(Arrays.stream(SIZES).sum());
        long offset = FIRST;
        for (int size : SIZES) {
            int records = 1 + RANDOM.nextInt(3);
            log.put(batch(offset, records, size));
            offset += records;
        }
        return log.array();
    }

    private static byte[] batch(long offset, int records, int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        ByteBuffer batch = ByteBuffer.wrap(bytes);
        batch.putLong(0, offset)
                .putInt(8, size - 12)
                .putInt(12, 3)
                .put(16, (byte) 2)
                .putInt(23, records - 1);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 21, size - 21);
        batch.putInt(17, (int) checksum.getValue());
        return bytes;
    }
}

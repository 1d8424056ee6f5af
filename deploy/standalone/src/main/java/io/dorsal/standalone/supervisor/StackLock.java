package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Held by the one supervisor of a data folder; the kernel lets go of it when that supervisor dies. */
final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    static StackLock take(StackFolder folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new StackLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very JVM, which only a test does: the same answer.
        }
        channel.close();
        throw new Refusal("the data folder " + folder.root()
                + " is in use by a stack that runs; stop it (./dorsal down, or Ctrl-C where it runs)"
                + " or choose another folder with --data DIR");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

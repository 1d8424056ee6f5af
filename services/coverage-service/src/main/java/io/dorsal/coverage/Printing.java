package io.dorsal.coverage;

import io.dorsal.coverage.render.PacketPages;
import io.dorsal.coverage.render.PacketViews;
import io.dorsal.packet.Contents;
import io.dorsal.packet.Seal;
import io.dorsal.packet.core.Particulars;
import io.dorsal.packet.jose.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Contents to a file. One at a time: a page takes some seconds of a processor and megabytes of memory. */
@ApplicationScoped
public class Printing {
    private final PacketPages pages;
    private final ReentrantLock one = new ReentrantLock();

    Printing(PacketPages pages) {
        this.pages = pages;
    }

    byte[] seal(Contents contents, Particulars particulars, SigningKey key) {
        return inTurn(() -> Seal.seal(render(contents, particulars, key.id()), contents, particulars, key));
    }

    byte[] preview(Contents contents, String key) {
        return inTurn(() -> render(contents, null, key));
    }

    private byte[] render(Contents contents, @Nullable Particulars particulars, String key) throws IOException {
        return pages.render(PacketViews.of(contents, particulars, key));
    }

    private interface Work {
        byte[] done() throws IOException;
    }

    private byte[] inTurn(Work work) {
        one.lock();
        try {
            return work.done();
        } catch (IOException e) {
            throw new UncheckedIOException("a packet could not be printed", e);
        } finally {
            one.unlock();
        }
    }
}

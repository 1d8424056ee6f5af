package io.dorsal.coverage;

import io.dorsal.coverage.http.PacketReview;
import io.dorsal.coverage.store.PacketTable;
import io.dorsal.packet.Verifier;
import io.dorsal.packet.core.Verdict;
import io.dorsal.packet.core.Verdict.Different;
import io.dorsal.packet.core.Verdict.Verified;
import io.dorsal.packet.jose.KeyFolder;
import io.dorsal.packet.jose.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Packets as they are kept, put before the verifier of the command line, and beside what is known now. */
@ApplicationScoped
public class ReviewedPackets implements PacketReview {
    private final PacketTable table;
    private final KeyFolder keys;

    ReviewedPackets(PacketTable table, KeyFolder keys) {
        this.table = table;
        this.keys = keys;
    }

    @Override
    public Optional<Proof> verify(String packet) {
        return table.file(packet).map(file -> proof(packet, new Verifier(published()).verify(file.bytes())));
    }

    private KeySet published() {
        try {
            return KeySet.parse(keys.published());
        } catch (IOException e) {
            throw new UncheckedIOException("the published keys cannot be read", e);
        }
    }

    /** A packet that proves itself, and is another one than it is kept as, is not what was issued under this id. */
    private static Proof proof(String packet, Verdict verdict) {
        return switch (verdict) {
            case Different different -> different(different.difference().sentence());
            case Verified verified
            when !verified.particulars().packet().equals(packet) ->
                different("the file that is kept under this id is packet "
                        + verified.particulars().packet());
            case Verified verified -> new Proof(null, verified.key(), verified.computedAgain(), verified.asSigned());
        };
    }

    private static Proof different(String sentence) {
        return new Proof(sentence, null, List.of(), List.of());
    }
}

package io.dorsal.coverage;

import io.dorsal.coverage.http.PacketReview;
import io.dorsal.coverage.store.PacketTable;
import io.dorsal.model.FactDigest;
import io.dorsal.model.TrialId;
import io.dorsal.packet.Contents;
import io.dorsal.packet.Opened;
import io.dorsal.packet.Verifier;
import io.dorsal.packet.core.Verdict;
import io.dorsal.packet.core.Verdict.Different;
import io.dorsal.packet.core.Verdict.Verified;
import io.dorsal.packet.jose.KeyFolder;
import io.dorsal.packet.jose.KeySet;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Packets as they are kept, put before the verifier of the command line, and beside what is known now. */
@ApplicationScoped
public class ReviewedPackets implements PacketReview {
    private final Assembling assembling;
    private final PacketTable table;
    private final KeyFolder keys;

    ReviewedPackets(Assembling assembling, PacketTable table, KeyFolder keys) {
        this.assembling = assembling;
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

    @Override
    public Optional<Changes> changes(TrialId trial, @Nullable String policy, Instant now) {
        return assembling
                .of(trial, policy, null, now)
                .map(contents -> table.of(trial).stream()
                        .filter(row ->
                                row.policy().equals(contents.policy().ref().id()))
                        .findFirst()
                        .map(row -> since(row, contents))
                        .orElse(new Changes(null, false, List.of())));
    }

    private Changes since(PacketTable.Row row, Contents now) {
        boolean same =
                row.manifestSha256().equals(FactDigest.sha256(now.manifestFile().bytes()));
        return new Changes(StoredPackets.issued(row), same, same ? List.of() : changes(opened(row.id()), now));
    }

    private static List<Change> changes(Opened before, Contents now) {
        List<Change> told = io.dorsal.packet.core.Changes.between(
                        before.said(), now.computed().said())
                .stream()
                .map(each -> new Change(each.what(), each.before(), each.after()))
                .toList();
        return told.isEmpty() ? files(before, now) : told;
    }

    /** Where all that is said is the same, such as after a new edition of a table, only the files tell. */
    private static List<Change> files(Opened before, Contents now) {
        return now.attachments().stream()
                .filter(file -> !Arrays.equals(file.bytes(), before.files().get(file.name())))
                .map(file -> new Change("File " + file.name(), "as issued", "another content, which says the same"))
                .toList();
    }

    private Opened opened(String packet) {
        try {
            return Opened.read(table.file(packet).orElseThrow().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A packet that was issued here can be read.", e);
        }
    }
}

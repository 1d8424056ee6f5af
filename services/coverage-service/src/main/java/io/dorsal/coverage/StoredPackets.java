package io.dorsal.coverage;

import io.dorsal.coverage.http.Conflict;
import io.dorsal.coverage.http.PacketSource;
import io.dorsal.coverage.store.PacketTable;
import io.dorsal.coverage.store.PacketTable.Row;
import io.dorsal.model.FactDigest;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import io.dorsal.packet.Contents;
import io.dorsal.packet.core.Particulars;
import io.dorsal.packet.jose.KeyFolder;
import io.dorsal.packet.jose.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Packets: put together from what the services know, printed, sealed, and kept for ever. */
@ApplicationScoped
public class StoredPackets implements PacketSource {
    /** Of two that are issued at once, one sees the other and thinks again. */
    private static final int ATTEMPTS_MAX = 3;

    private final Assembling assembling;
    private final Printing printing;
    private final KeyFolder keys;
    private final PacketTable table;
    private final FhirOfPackets fhir;

    StoredPackets(Assembling assembling, Printing printing, KeyFolder keys, PacketTable table, FhirOfPackets fhir) {
        this.assembling = assembling;
        this.printing = printing;
        this.keys = keys;
        this.table = table;
        this.fhir = fhir;
    }

    @Override
    public Optional<Answer> issue(TrialId trial, Order order, Instant now) {
        return assembling.of(trial, order.policy(), order.asOf(), now).map(contents -> {
            for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                Optional<Answer> answer = issue(contents, order, now);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw new Conflict(Reason.LOST_RACE, "Other packets of this trial are being issued; try again.");
        });
    }

    /** Empty when another packet came first. */
    private Optional<Answer> issue(Contents contents, Order order, Instant now) {
        List<Row> earlier = table.of(contents.computed().trial().trial());
        Row latest = earlier.stream()
                .filter(row -> row.policy().equals(contents.policy().ref().id()))
                .findFirst()
                .orElse(null);
        String manifest = FactDigest.sha256(contents.manifestFile().bytes());
        if (latest != null && latest.manifestSha256().equals(manifest) && !order.again() && knows(order, latest)) {
            return Optional.of(new Answer(issued(latest), false));
        }
        requireOrder(order, latest);
        long number = earlier.isEmpty() ? 1 : earlier.getFirst().number() + 1;
        Particulars particulars = new Particulars(
                UUID.randomUUID().toString(),
                number,
                now,
                latest == null ? null : latest.id(),
                latest == null ? null : order.why());
        SigningKey key = key();
        byte[] file = printing.seal(contents, particulars, key);
        Row row = row(contents, particulars, key.id(), manifest, file);
        return table.insert(row, file) ? Optional.of(new Answer(issued(row), true)) : Optional.empty();
    }

    /** Whoever names a packet to amend has seen the latest, or is the one who ordered it and asks again. */
    private static boolean knows(Order order, Row latest) {
        String amends = order.amends();
        return amends == null || amends.equals(latest.id()) || amends.equals(latest.amends());
    }

    private static void requireOrder(Order order, @Nullable Row latest) {
        String amends = order.amends();
        if (amends != null && (latest == null || !latest.id().equals(amends))) {
            throw new Conflict(
                    Reason.LOST_RACE,
                    latest == null
                            ? "There is no packet of this trial and policy to amend; leave 'amends' out."
                            : "The latest packet of this trial and policy is %s; look at it first."
                                    .formatted(latest.id()));
        }
        if (latest != null && order.why() == null) {
            throw new Conflict(
                    Reason.WHY_IS_MISSING,
                    "Packet %s was issued before: say in 'why' why this one takes its place.".formatted(latest.id()));
        }
    }

    @Override
    public Optional<byte[]> preview(TrialId trial, @Nullable String policy, Instant now) {
        return assembling.of(trial, policy, null, now).map(contents -> printing.preview(contents, key().id()));
    }

    private static Row row(Contents contents, Particulars particulars, String key, String manifest, byte[] file) {
        Trial trial = contents.computed().trial();
        return new Row(
                particulars.packet(),
                trial.trial(),
                particulars.number(),
                trial.clinic().value(),
                trial.coverage().payer() == null
                        ? contents.policy().payer().value()
                        : trial.coverage().payer().value(),
                contents.policy().ref().id(),
                contents.policy().ref().version(),
                contents.result(),
                contents.manifest().asOf(),
                particulars.issuedAt(),
                particulars.amends(),
                particulars.why(),
                manifest,
                contents.computed().responder().factDigest(),
                contents.allFactsDigest(),
                key,
                FactDigest.sha256(file),
                file.length,
                null);
    }

    private SigningKey key() {
        try {
            return keys.current();
        } catch (IOException e) {
            throw new UncheckedIOException("the keys that sign packets cannot be read", e);
        }
    }

    @Override
    public List<Issued> of(TrialId trial) {
        return table.of(trial).stream().map(StoredPackets::issued).toList();
    }

    @Override
    public Optional<File> file(String packet) {
        return table.file(packet).map(StoredFile::new);
    }

    private record StoredFile(PacketTable.File file) implements File {
        @Override
        public String sha256() {
            return file.sha256();
        }

        @Override
        public byte[] bytes() {
            return file.bytes();
        }
    }

    @Override
    public Optional<Issued> release(String packet, Instant now) {
        table.find(packet)
                .filter(row -> row.releasedAt() == null)
                .ifPresent(row -> table.release(row, now, fhir.parts(row)));
        return table.find(packet).map(StoredPackets::issued);
    }

    @Override
    public String keys() {
        try {
            return keys.published();
        } catch (IOException e) {
            throw new UncheckedIOException("the published keys cannot be read", e);
        }
    }

    static Issued issued(Row row) {
        return new Issued(
                row.id(),
                row.trial().value(),
                row.number(),
                row.payer(),
                row.policy(),
                row.version(),
                row.result(),
                row.asOf(),
                row.issuedAt(),
                row.amends(),
                row.why(),
                row.manifestSha256(),
                row.factDigest(),
                row.allFactsDigest(),
                row.key(),
                row.fileSha256(),
                row.fileBytes(),
                row.releasedAt());
    }
}

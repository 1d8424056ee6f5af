package io.dorsal.coverage;

import io.dorsal.coverage.http.FhirSource;
import io.dorsal.coverage.store.FhirTable;
import io.dorsal.coverage.store.PacketTable;
import io.dorsal.coverage.store.PacketTable.Row;
import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.document.DocumentIdentity;
import io.dorsal.fhir.document.FhirDocument;
import io.dorsal.fhir.document.PasRequest;
import io.dorsal.fhir.document.TrialEvidence;
import io.dorsal.fhir.served.DocumentParts;
import io.dorsal.fhir.served.Part;
import io.dorsal.fhir.served.Release;
import io.dorsal.packet.Computation;
import io.dorsal.packet.Opened;
import io.dorsal.packet.core.Attachment;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Packets in FHIR: the document that each encloses, what is served of it once it is released, and the request for PAS. */
@ApplicationScoped
public class FhirOfPackets implements FhirSource {
    private static final String DOCUMENT = "fhir-document.json";

    private final PacketTable packets;
    private final FhirTable resources;

    FhirOfPackets(PacketTable packets, FhirTable resources) {
        this.packets = packets;
        this.resources = resources;
    }

    /** What a packet encloses beside its facts and outcomes: the same for the same facts, whatever its number. */
    static List<Attachment> enclosed(Computation computed) {
        byte[] document = FhirDocument.bytes(
                new TrialEvidence(
                        computed.trial(),
                        computed.reports(),
                        computed.responder(),
                        computed.opioids(),
                        computed.determination()),
                DocumentIdentity.ofContent(computed.determination().asOf()));
        return List.of(new Attachment(DOCUMENT, Fhir.MEDIA_TYPE, new String(document, StandardCharsets.UTF_8)));
    }

    /** Of a packet that is to be released; none for one that was issued before packets had a document. */
    List<Part> parts(Row row) {
        byte[] document = opened(row.id()).files().get(DOCUMENT);
        return document == null
                ? List.of()
                : DocumentParts.of(document, new Release(row.id(), row.issuedAt(), row.amends(), row.fileBytes()));
    }

    @Override
    public Optional<Found> read(String type, String id) {
        return resources.read(type, id).map(FhirOfPackets::found);
    }

    @Override
    public List<Found> search(Wanted wanted) {
        return resources
                .search(new FhirTable.Search(
                        wanted.type(),
                        wanted.id(),
                        wanted.patient(),
                        wanted.trial(),
                        wanted.code(),
                        wanted.identifier(),
                        wanted.from(),
                        wanted.before(),
                        wanted.after(),
                        wanted.limit() + 1))
                .stream()
                .map(FhirOfPackets::found)
                .toList();
    }

    @Override
    public Optional<String> request(String packet) {
        return packets.find(packet).map(row -> {
            Opened opened = opened(packet);
            TrialEvidence evidence = new TrialEvidence(
                    opened.trial(), opened.reports(), opened.responder(), opened.opioids(), opened.determination());
            SortedMap<String, byte[]> files = new TreeMap<>();
            Optional.ofNullable(opened.files().get(DOCUMENT))
                    .ifPresent(document -> files.put(Fhir.MEDIA_TYPE, document));
            files.put("application/pdf", file(packet));
            DocumentIdentity identity = new DocumentIdentity(packet, row.issuedAt(), row.asOf(), row.amends());
            return Fhir.json(PasRequest.of(evidence, identity, files));
        });
    }

    private Opened opened(String packet) {
        try {
            return Opened.read(file(packet));
        } catch (IOException e) {
            throw new UncheckedIOException("A packet that was issued here can be read.", e);
        }
    }

    private byte[] file(String packet) {
        return packets.file(packet).orElseThrow().bytes();
    }

    private static Found found(FhirTable.Row row) {
        return new Found(row.type(), row.id(), row.json());
    }
}

package io.dorsal.packet;

import io.dorsal.packet.core.Attachment;
import io.dorsal.packet.core.Manifest;
import io.dorsal.packet.core.Particulars;
import io.dorsal.packet.jose.DetachedJws;
import io.dorsal.packet.jose.KeyFolder;
import io.dorsal.packet.jose.SigningKey;
import io.dorsal.packet.json.ManifestCodec;
import io.dorsal.packet.pdf.SealedPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Packets with one empty page, sealed by a key of their own; and the same made wrong by whoever has the key. */
final class SamplePacket {
    static final Instant ISSUED_AT = Instant.parse("2026-03-15T09:30:00Z");
    static final Particulars PARTICULARS = new Particulars(
            "4cf1d7a0-5c0e-4c8c-9e2b-7d3a0f3a1b11", 2, ISSUED_AT, "an-earlier-one", "a day was corrected");

    private final KeyFolder keys;

    SamplePacket(Path folder) throws IOException {
        keys = KeyFolder.open(folder, ISSUED_AT);
    }

    KeyFolder keys() {
        return keys;
    }

    byte[] sealed() throws IOException {
        return Seal.seal(pages(), SampleTrial.contents(), PARTICULARS, keys.current());
    }

    /** As whoever holds the key could: digests and signatures are right, and what is said is not. */
    byte[] resealed(String name, UnaryOperator<String> change) throws IOException {
        Contents contents = SampleTrial.contents();
        List<Attachment> changed = contents.attachments().stream()
                .map(each -> each.name().equals(name)
                        ? new Attachment(name, each.mediaType(), change.apply(each.text()))
                        : each)
                .toList();
        Manifest before = contents.manifest();
        Manifest after = new Manifest(
                before.trial(),
                before.asOf(),
                before.definitions(),
                before.policies(),
                before.leftOut(),
                changed.stream().map(Attachment::entry).toList());
        Attachment manifest = new Attachment(Manifest.FILE, Attachment.JSON, ManifestCodec.text(after));
        return sign(changed, manifest, DetachedJws.sign(manifest.bytes(), PARTICULARS, keys.current()));
    }

    /** As somebody without the key of the manifest could, with a key of their own for the whole. */
    byte[] rearranged(UnaryOperator<List<Attachment>> change) throws IOException {
        Contents contents = SampleTrial.contents();
        Attachment manifest = contents.manifestFile();
        return sign(
                change.apply(contents.attachments()),
                manifest,
                DetachedJws.sign(manifest.bytes(), PARTICULARS, keys.current()));
    }

    private byte[] sign(List<Attachment> attachments, Attachment manifest, String jws) throws IOException {
        List<Attachment> all = new ArrayList<>(attachments);
        all.add(manifest);
        all.add(new Attachment(Manifest.SIGNATURE_FILE, Attachment.JOSE, jws));
        SigningKey key = keys.current();
        byte[] pdf = SealedPdf.attach(pages(), all, Contents::isSource, ISSUED_AT);
        return SealedPdf.sign(pdf, key.certificate(), key.key(), ISSUED_AT);
    }

    static byte[] pages() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}

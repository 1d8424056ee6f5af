package io.dorsal.packet;

import io.dorsal.packet.core.Attachment;
import io.dorsal.packet.core.Manifest;
import io.dorsal.packet.core.Particulars;
import io.dorsal.packet.jose.DetachedJws;
import io.dorsal.packet.jose.SigningKey;
import io.dorsal.packet.pdf.SealedPdf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Contents and pages become the file that is handed out: signed twice, once for machines and once as a whole. */
public final class Seal {
    private Seal() {}

    /** @param pages a PDF/A-3 without attachments */
    public static byte[] seal(byte[] pages, Contents contents, Particulars particulars, SigningKey key)
            throws IOException {
        Attachment manifest = contents.manifestFile();
        String jws = DetachedJws.sign(manifest.bytes(), particulars, key);
        List<Attachment> all = new ArrayList<>(contents.attachments());
        all.add(manifest);
        all.add(new Attachment(Manifest.SIGNATURE_FILE, Attachment.JOSE, jws));
        byte[] attached = SealedPdf.attach(pages, all, Contents::isSource, particulars.issuedAt());
        return SealedPdf.sign(attached, key.certificate(), key.key(), particulars.issuedAt());
    }
}

package io.dorsal.packet;

import io.dorsal.model.FactDigest;
import io.dorsal.model.Malformed;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.opioid.tables.ShippedTables;
import io.dorsal.packet.core.Attachment;
import io.dorsal.packet.core.Difference;
import io.dorsal.packet.core.Difference.NotAPacket;
import io.dorsal.packet.core.Difference.NotSigned;
import io.dorsal.packet.core.Difference.OtherEdition;
import io.dorsal.packet.core.Difference.OtherTable;
import io.dorsal.packet.core.Difference.Recomputed;
import io.dorsal.packet.core.Difference.UnknownKey;
import io.dorsal.packet.core.Manifest;
import io.dorsal.packet.core.Particulars;
import io.dorsal.packet.core.Verdict;
import io.dorsal.packet.core.Verification;
import io.dorsal.packet.jose.DetachedJws;
import io.dorsal.packet.jose.KeySet;
import io.dorsal.packet.json.FirstDifference;
import io.dorsal.packet.json.ManifestCodec;
import io.dorsal.packet.pdf.PacketFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The order of checks: a readable file, complete, its manifest signed by a known key, each digest, every byte of the
 * file, and last the outcomes and the determination, computed again. Needs no network and no running stack.
 */
public final class Verifier {
    private final KeySet keys;

    public Verifier(KeySet keys) {
        this.keys = keys;
    }

    /** Stops at the first difference. */
    private static final class Found extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Difference difference;

        Found(Difference difference) {
            super(null, null, false, false);
            this.difference = difference;
        }

        static void ifAny(Optional<? extends Difference> difference) throws Found {
            if (difference.isPresent()) {
                throw new Found(difference.get());
            }
        }
    }

    public Verdict verify(byte[] bytes) {
        try {
            PacketFile file = read(bytes);
            Manifest manifest = manifest(file);
            Map<String, String> digests = digests(file);
            Found.ifAny(Verification.completeness(manifest, digests));
            DetachedJws jws = signature(file);
            ECPublicKey key = knownKey(jws);
            Found.ifAny(Verification.digests(manifest, digests));
            Found.ifAny(file.alteration(key));
            return recompute(manifest, particulars(jws), jws.key(), texts(file, manifest));
        } catch (Found e) {
            return new Verdict.Different(e.difference);
        }
    }

    private static PacketFile read(byte[] bytes) throws Found {
        try {
            return PacketFile.read(bytes);
        } catch (IOException e) {
            throw new Found(new NotAPacket("it cannot be read as a PDF with attachments"));
        }
    }

    private static Manifest manifest(PacketFile file) throws Found {
        byte[] manifest = enclosed(file, Manifest.FILE);
        try {
            return ManifestCodec.parse(text(Manifest.FILE, manifest));
        } catch (Malformed e) {
            throw new Found(new NotAPacket("its manifest.json cannot be read (%s)".formatted(e.getMessage())));
        }
    }

    private static byte[] enclosed(PacketFile file, String name) throws Found {
        byte[] found = file.enclosed().get(name);
        if (found == null) {
            throw new Found(new NotAPacket(
                    "it encloses no %s; a preview, which is not issued, has none either".formatted(name)));
        }
        return found;
    }

    private static Map<String, String> digests(PacketFile file) {
        Map<String, String> digests = new TreeMap<>();
        file.enclosed().forEach((name, content) -> digests.put(name, FactDigest.sha256(content)));
        return digests;
    }

    private static DetachedJws signature(PacketFile file) throws Found {
        byte[] jws = enclosed(file, Manifest.SIGNATURE_FILE);
        try {
            return DetachedJws.parse(text(Manifest.SIGNATURE_FILE, jws), enclosed(file, Manifest.FILE));
        } catch (ParseException e) {
            throw new Found(new NotSigned("manifest.jws is no signature of a packet"));
        }
    }

    private ECPublicKey knownKey(DetachedJws jws) throws Found {
        ECPublicKey key = keys.keys().get(jws.key());
        if (key == null) {
            throw new Found(new UnknownKey(jws.key(), List.copyOf(keys.keys().keySet())));
        }
        if (!jws.isSignedBy(key)) {
            throw new Found(new NotSigned("the signature by key %s does not fit it".formatted(jws.key())));
        }
        return key;
    }

    private static Particulars particulars(DetachedJws jws) throws Found {
        try {
            return jws.particulars();
        } catch (ParseException e) {
            throw new Found(new NotSigned("its signature does not say which packet it is"));
        }
    }

    private static Map<String, String> texts(PacketFile file, Manifest manifest) throws Found {
        Map<String, String> texts = new TreeMap<>();
        for (String name : manifest.names()) {
            texts.put(name, text(name, enclosed(file, name)));
        }
        return texts;
    }

    private static String text(String name, byte[] content) throws Found {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Found(new NotAPacket("its %s is not UTF-8".formatted(name)));
        }
    }

    private static Verdict recompute(Manifest manifest, Particulars particulars, String key, Map<String, String> texts)
            throws Found {
        Enclosed enclosed = enclosed(manifest, texts);
        int edition = enclosed.basis().edition();
        if (edition > Basis.EDITION) {
            throw new Found(new OtherEdition(edition, Basis.EDITION));
        }
        List<String> same = new ArrayList<>(requireSame(enclosed.readBack(), texts));
        String result;
        if (edition == Basis.EDITION) {
            requireSameTables(enclosed.basis());
            Computation computed = compute(enclosed);
            same.addAll(requireSame(computed.attachments(), texts));
            result = result(computed.determination());
        } else {
            result = result(said(texts));
        }
        List<String> asSigned =
                manifest.names().stream().filter(name -> !same.contains(name)).toList();
        return new Verdict.Verified(
                manifest, particulars, key, result, same, asSigned, edition == Basis.EDITION ? null : edition);
    }

    private static List<String> requireSame(List<Attachment> computed, Map<String, String> texts) throws Found {
        for (Attachment attachment : computed) {
            Recomputed difference = FirstDifference.between(
                    attachment.name(), texts.getOrDefault(attachment.name(), ""), attachment.text());
            Found.ifAny(Optional.ofNullable(difference));
        }
        return computed.stream().map(Attachment::name).toList();
    }

    private static CoverageDetermination said(Map<String, String> texts) throws Found {
        try {
            return CoverageDeterminationReader.parse(
                    texts.getOrDefault(Computation.DETERMINATION, "").getBytes(StandardCharsets.UTF_8));
        } catch (Malformed e) {
            throw new Found(new Difference.Unreadable(Computation.DETERMINATION, String.valueOf(e.getMessage())));
        }
    }

    private static Enclosed enclosed(Manifest manifest, Map<String, String> texts) throws Found {
        try {
            return Enclosed.read(manifest.policies(), manifest.asOf(), texts);
        } catch (Enclosed.Unreadable e) {
            throw new Found(new Difference.Unreadable(e.name(), String.valueOf(e.getMessage())));
        }
    }

    private static void requireSameTables(Basis basis) throws Found {
        Map<String, String> ours = ShippedTables.digests();
        for (Map.Entry<String, String> table : basis.opioids().tables().entrySet()) {
            if (!table.getValue().equals(ours.get(table.getKey()))) {
                throw new Found(new OtherTable(table.getKey()));
            }
        }
    }

    private static Computation compute(Enclosed enclosed) throws Found {
        try {
            return enclosed.compute();
        } catch (RuntimeException e) {
            // Signed, and yet beyond what a core can compute with: whoever signed it did not issue it by these cores.
            throw new Found(new Difference.Unreadable(Enclosed.FACTS, String.valueOf(e.getMessage())));
        }
    }

    private static String result(CoverageDetermination determination) {
        return determination.result() == null
                ? "no result"
                : determination.result().word();
    }
}

package io.dorsal.packet.pdf;

import io.dorsal.packet.core.Difference;
import io.dorsal.packet.core.Difference.FileAltered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** A file as it came, read as a packet: what it encloses, and the signature over all of its bytes. */
public final class PacketFile {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int FILES_MAX = 1_000;

    private final byte[] bytes;
    private final Map<String, byte[]> enclosed;
    private final List<PDSignature> signatures;

    private PacketFile(byte[] bytes, Map<String, byte[]> enclosed, List<PDSignature> signatures) {
        this.bytes = bytes;
        this.enclosed = enclosed;
        this.signatures = signatures;
    }

    /** @throws IOException when it is no PDF, or its attachments cannot be read */
    public static PacketFile read(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            Map<String, byte[]> enclosed = new TreeMap<>();
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            if (names != null && names.getEmbeddedFiles() != null) {
                collect(names.getEmbeddedFiles(), enclosed);
            }
            return new PacketFile(bytes, enclosed, document.getSignatureDictionaries());
        } catch (RuntimeException e) {
            // Made-up structures take the library to places that it does not guard.
            throw new IOException("it is no PDF that can be read", e);
        }
    }

    private static void collect(PDNameTreeNode<PDComplexFileSpecification> node, Map<String, byte[]> enclosed)
            throws IOException {
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            for (Map.Entry<String, PDComplexFileSpecification> file : names.entrySet()) {
                if (enclosed.size() >= FILES_MAX || enclosed.containsKey(file.getKey())) {
                    throw new IOException("its attachments are too many, or one is there twice");
                }
                enclosed.put(file.getKey(), file.getValue().getEmbeddedFile().toByteArray());
            }
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, enclosed);
            }
        }
    }

    /** By name. */
    public Map<String, byte[]> enclosed() {
        return enclosed;
    }

    /** Whether every byte of the file is as the owner of that key signed it. */
    public Optional<Difference> alteration(PublicKey key) {
        if (signatures.size() != 1) {
            return altered("it has %s signatures, expected one".formatted(signatures.size()));
        }
        PDSignature signature = signatures.getFirst();
        int[] range = signature.getByteRange();
        if (range == null || !coversAllButTheSignature(range)) {
            return altered("its signature does not cover the whole of it");
        }
        byte[] place = Arrays.copyOfRange(bytes, range[1], range[2]);
        byte[] contents = signature.getContents();
        byte[] der = Arrays.copyOf(contents, lengthOf(contents));
        if (!Arrays.equals(place, placed(der, place.length))) {
            return altered("the place of its signature was written to");
        }
        return check(der, range, key);
    }

    private Optional<Difference> check(byte[] der, int[] range, PublicKey key) {
        try {
            CmsSignature signature = CmsSignature.parse(der);
            if (!signature.key().equals(key)) {
                return altered("the whole is signed by another key than its manifest");
            }
            return signature.signs(digest(range))
                    ? Optional.empty()
                    : altered("a page, its structure or the signature itself has other bytes");
        } catch (IOException e) {
            return altered("its signature cannot be read");
        }
    }

    private boolean coversAllButTheSignature(int[] range) {
        return range.length == 4
                && range[0] == 0
                && range[1] > 0
                && range[2] > range[1]
                && range[3] > 0
                && (long) range[2] + range[3] == bytes.length;
    }

    private byte[] digest(int[] range) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, range[0], range[1]);
            digest.update(bytes, range[2], range[3]);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Of a DER value in more room than it needs; all of it when it says something else. */
    private static int lengthOf(byte[] der) {
        boolean twoBytes = der.length > 4 && der[0] == 0x30 && (der[1] & 0xFF) == 0x82;
        int length = twoBytes ? 4 + ((der[2] & 0xFF) << 8) + (der[3] & 0xFF) : der.length;
        return Math.min(length, der.length);
    }

    /** How a signature stands in its place: hexadecimal, then zeros up to the end. */
    private static byte[] placed(byte[] der, int length) {
        String hex = HEX.formatHex(der);
        String zeros = "0".repeat(Math.max(0, length - 2 - hex.length()));
        return ("<" + hex + zeros + ">").getBytes(StandardCharsets.US_ASCII);
    }

    private static Optional<Difference> altered(String why) {
        return Optional.of(new FileAltered(why));
    }
}

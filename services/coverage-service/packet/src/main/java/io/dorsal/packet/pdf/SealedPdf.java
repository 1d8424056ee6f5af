package io.dorsal.packet.pdf;

import io.dorsal.packet.core.Attachment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/** Pages become a packet: files are attached as PDF/A-3 wants them, then all bytes are signed. */
public final class SealedPdf {
    private static final COSName AF = COSName.getPDFName("AF");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final String SUBFILTER = "ETSI.CAdES.detached";

    /** Certificate and value of a P-256 signature are about 800 bytes. */
    private static final int SIGNATURE_BYTES_MAX = 4096;

    private SealedPdf() {}

    /**
     * @param pages a PDF/A-3 without attachments
     * @param isSource whether the others follow from that one
     */
    public static byte[] attach(byte[] pages, List<Attachment> attachments, Predicate<Attachment> isSource, Instant at)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(pages)) {
            Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
            COSArray associated = new COSArray();
            for (Attachment attachment : attachments) {
                PDComplexFileSpecification file = file(document, attachment, calendar(at));
                file.getCOSObject()
                        .setItem(RELATIONSHIP, COSName.getPDFName(isSource.test(attachment) ? "Source" : "Data"));
                files.put(attachment.name(), file);
                associated.add(file);
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(files);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            document.getDocumentCatalog().getCOSObject().setItem(AF, associated);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            // With object streams, some checkers miscount the objects.
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static PDComplexFileSpecification file(PDDocument document, Attachment attachment, Calendar at)
            throws IOException {
        byte[] bytes = attachment.bytes();
        PDEmbeddedFile stream = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        stream.setSubtype(attachment.mediaType());
        stream.setSize(bytes.length);
        stream.setModDate(at);
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(attachment.name());
        file.setFileUnicode(attachment.name());
        file.setFileDescription(attachment.name());
        file.setEmbeddedFile(stream);
        file.setEmbeddedFileUnicode(stream);
        return file;
    }

    /** Signs the whole file, but the place of the signature itself. */
    public static byte[] sign(byte[] pdf, X509Certificate certificate, PrivateKey key, Instant at) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(SIGNATURE_BYTES_MAX);
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(SUBFILTER));
            signature.setSignDate(calendar(at));
            document.addSignature(signature, content -> signed(content, certificate, key), options);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static byte[] signed(InputStream content, X509Certificate certificate, PrivateKey key) throws IOException {
        try (DigestInputStream reading = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            reading.transferTo(java.io.OutputStream.nullOutputStream());
            return CmsSignature.sign(reading.getMessageDigest().digest(), certificate, key);
        } catch (GeneralSecurityException e) {
            throw new IOException("could not sign", e);
        }
    }

    private static Calendar calendar(Instant at) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }
}

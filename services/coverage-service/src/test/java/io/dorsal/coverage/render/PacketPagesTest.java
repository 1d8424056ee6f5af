package io.dorsal.coverage.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.model.TrialId;
import io.dorsal.model.presentation.PrintableText;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.opioid.tables.ShippedTables;
import io.dorsal.opioid.wire.OpioidBasis;
import io.dorsal.packet.Basis;
import io.dorsal.packet.Contents;
import io.dorsal.packet.Known;
import io.dorsal.packet.Seal;
import io.dorsal.packet.core.Particulars;
import io.dorsal.packet.jose.KeyFolder;
import io.dorsal.responder.core.Rules;
import io.dorsal.responder.core.TrialFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a packet as paper: nothing is cut, whatever was allowed in, and every script reads as it was written. */
class PacketPagesTest {
    private static final String POLICY = "mac-scs-ngs";
    private static final Instant AS_OF = Instant.parse("2026-03-14T12:00:00Z");
    /** Of the pages' margins, 16 to 18 mm, in points, less a little for the overhang of letters. */
    private static final float MARGIN = 44;

    @TempDir
    Path folder;

    private final PacketPages pages = new PacketPages();

    @ParameterizedTest
    @ValueSource(strings = {"W", "m", "0", "i", "\u0416", "\u00c4"})
    void theLongestAllowedValuesOfEveryFieldAreOnThePageWhole(String letter) throws IOException {
        String id = letter.charAt(0) < 0x80 ? letter : "W";
        Trial trial = trial(id.repeat(64), id.repeat(64), letter.repeat(64), letter.repeat(128));
        Particulars particulars = new Particulars(
                "4cf1d7a0-5c0e-4c8c-9e2b-7d3a0f3a1b11",
                1_234,
                AS_OF,
                "4cf1d7a0-5c0e-4c8c-9e2b-7d3a0f3a1b10",
                letter.repeat(500));

        Seen seen = seen(pages.render(PacketViews.of(contents(trial), particulars, "k".repeat(43))));

        assertThat(seen.outside).as("letters outside the margins").isEmpty();
        assertThat(seen.count(id)).as("title and footer").isGreaterThanOrEqualTo(64L * 3);
        assertThat(seen.text).contains(letter.repeat(128), letter.repeat(500), trial.subject());
    }

    @Test
    void hebrewAndArabicReadFromRightToLeft() throws IOException {
        String hebrew = "\u05e9\u05dc\u05d5\u05dd";
        String arabic = "\u0645\u0631\u062d\u0628\u0627";
        Trial trial = trial("T-1", "harbor", hebrew, arabic);

        Seen seen = seen(pages.render(PacketViews.of(contents(trial), null, "key")));

        assertThat(seen.leftToRight)
                .as("on paper the first letter stands right")
                .contains("\u05dd\u05d5\u05dc\u05e9");
        assertThat(seen.text).as("read out in the order of writing").contains(hebrew);
        assertThat(java.text.Normalizer.normalize(seen.text, java.text.Normalizer.Form.NFKC))
                .contains(arabic);
    }

    @Test
    void whatWasStoredBeforeIsPrintedByItsNumber() throws IOException {
        Seen seen = seen(
                pages.render(PacketViews.of(contents(trial("T-1", "harbor", "\u4e2d\u6587", "\u0e01")), null, "key")));

        assertThat(seen.text).contains("[U+4E2D][U+6587]", "[U+0E01]").doesNotContain("#");
    }

    @Test
    void thePayerIsTheTrialsOrNone() throws IOException {
        Trial named = trial("T-1", "harbor", "S", "R", "\"acme-health\"");
        Trial unnamed = trial("T-1", "harbor", "S", "R", "null");

        assertThat(seen(pages.render(PacketViews.of(contents(named), null, "key"))).text)
                .contains("Payeracme-health");
        assertThat(seen(pages.render(PacketViews.of(contents(unnamed), null, "key"))).text)
                .contains("Payernoneisnamed")
                .doesNotContain("Payermedicare");
    }

    @Test
    void qpdfFindsNothingWrongWithASealedPacket() throws Exception {
        assumeThat(new ProcessBuilder("sh", "-c", "command -v qpdf").start().waitFor())
                .isZero();
        Contents contents = contents(trial("T-1", "harbor", "S", "R"));
        KeyFolder keys = KeyFolder.open(folder.resolve("keys"), AS_OF);
        Particulars particulars = new Particulars("4cf1d7a0-5c0e-4c8c-9e2b-7d3a0f3a1b11", 1, AS_OF, null, null);
        byte[] drawn = pages.render(PacketViews.of(contents, particulars, "key"));
        Path file = folder.resolve("packet.pdf");
        Files.write(file, Seal.seal(drawn, contents, particulars, keys.current()));

        Process qpdf = new ProcessBuilder("qpdf", "--check", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(qpdf.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(qpdf.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("WARNING");
    }

    /** The list of printable letters is the font's own; scripts whose letters join are in it where we join them. */
    @Test
    void theListOfPrintableLettersIsWhatTheFontHas() throws IOException {
        BitSet font = letters("DejaVuSansCondensed.ttf");
        font.and(letters("DejaVuSansCondensed-Bold.ttf"));
        for (int codePoint = 0x20; codePoint < 0x20000; codePoint++) {
            boolean joinedByNobody = switch (Character.UnicodeScript.of(codePoint)) {
                case NKO, SYRIAC -> true;
                default -> false;
            };
            boolean invisible = switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> true;
                default -> false;
            };
            assertThat(PrintableText.isPrintable(codePoint))
                    .as("U+%04X", codePoint)
                    .isEqualTo(font.get(codePoint) && !joinedByNobody && !invisible);
        }
    }

    private static BitSet letters(String file) throws IOException {
        try (TrueTypeFont font = new TTFParser()
                .parse(new RandomAccessReadBuffer(
                        PacketPages.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + file)))) {
            CmapLookup map = font.getUnicodeCmapLookup();
            BitSet letters = new BitSet();
            for (int codePoint = 0x20; codePoint < 0x20000; codePoint++) {
                letters.set(codePoint, map.getGlyphId(codePoint) > 0);
            }
            return letters;
        }
    }

    private static Contents contents(Trial trial) {
        Basis basis = new Basis(
                Rules.PAIN_RELIEF_1,
                new OpioidBasis(
                        io.dorsal.opioid.core.Rules.OPIOID_1,
                        ShippedTables.DEFAULT_FACTOR_SET,
                        ShippedTables.digests()));
        return Contents.assemble(
                new Known(new TrialFacts(trial, List.of(), List.of()), basis),
                PolicyShelf.shipped(),
                POLICY,
                AS_OF,
                computed -> List.of());
    }

    private static Trial trial(String id, String clinic, String subject, String reference) {
        return trial(id, clinic, subject, reference, "\"medicare\"");
    }

    private static Trial trial(String id, String clinic, String subject, String reference, String payer) {
        String longest = subject.length() == 64 ? subject : "63650";
        String json = """
                {"clinic":"%s","subject":"%s","therapy":"SCS","indication":"M96.1","timezone":"America/New_York",
                 "payer":%s,"policy":"mac-scs-ngs","leadPlacedAt":"2026-03-02T15:30:00Z",
                 "leadRemovedAt":"2026-03-12T15:00:00Z","devices":[],
                 "documents":[{"kind":"PSYCHOLOGICAL_EVALUATION","date":"2026-02-01","result":"CLEARED","by":"PSYCHOLOGIST","reference":"%s"},
                              {"kind":"PHYSICAL_EXAMINATION","date":"2026-02-03","result":"%s","by":"%s","reference":"%s"}],
                 "treatments":[{"kind":"PHYSICAL_THERAPY","from":"2025-06-01","to":"2025-12-15","result":"%s"}],
                 "procedure":"%s","placeOfService":"22","state":"NY","utn":null}""".formatted(clinic, subject, payer, reference, longest, longest, reference, longest, longest);
        return TrialCodec.parse(new TrialId(id), 1, Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** What a reader sees, without the spaces: a long word is broken over lines, but none of its letters is lost. */
    private static final class Seen {
        private final List<String> outside = new ArrayList<>();
        private String text = "";
        private String leftToRight = "";

        long count(String letter) {
            return text.chars().filter(each -> each == letter.charAt(0)).count();
        }
    }

    private static Seen seen(byte[] pdf) throws IOException {
        Seen seen = new Seen();
        StringBuilder drawn = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    drawn.append(letter.getUnicode());
                    float right = letter.getXDirAdj() + letter.getWidthDirAdj();
                    if (letter.getXDirAdj() < MARGIN || right > letter.getPageWidth() - MARGIN) {
                        seen.outside.add("%s at %s on page %s"
                                .formatted(letter.getUnicode(), letter.getXDirAdj(), getCurrentPageNo()));
                    }
                    super.processTextPosition(letter);
                }
            };
            StringWriter text = new StringWriter();
            stripper.writeText(document, text);
            seen.text = text.toString().replaceAll("[\\s\\u00a0]", "");
        }
        seen.leftToRight = drawn.toString().replaceAll("[\\s\\u00a0]", "");
        return seen;
    }
}

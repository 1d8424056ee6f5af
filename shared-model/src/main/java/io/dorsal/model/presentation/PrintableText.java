package io.dorsal.model.presentation;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The letters that the pages of a packet can show: those of the font that every packet embeds (Latin, Greek, Cyrillic,
 * Hebrew, Arabic, Armenian, Georgian and signs). Of another letter a page could only show a box, so what a packet may
 * quote is refused at entry when it has one. What was stored before is printed with the letter's number instead.
 *
 * <p>{@code printable.txt} holds their code points as ranges; a test of the packet's pages keeps it equal to the font.
 */
public final class PrintableText {
    private static final BitSet PRINTABLE = load();

    private PrintableText() {}

    public static boolean isPrintable(int codePoint) {
        return PRINTABLE.get(codePoint);
    }

    /** The text as it can be printed: {@code U+4E2D} stands as {@code [U+4E2D]}; line ends stay. */
    public static String printed(String text) {
        if (text.codePoints().allMatch(PrintableText::isKept)) {
            return text;
        }
        StringBuilder printed = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (isKept(codePoint)) {
                printed.appendCodePoint(codePoint);
            } else {
                printed.append("[U+%04X]".formatted(codePoint));
            }
        });
        return printed.toString();
    }

    /** @throws Malformed naming the first letter that cannot be printed; line ends can */
    public static void require(String field, @Nullable String text) {
        if (text != null) {
            text.codePoints()
                    .filter(codePoint -> !isKept(codePoint))
                    .findFirst()
                    .ifPresent(codePoint -> refuse(field, codePoint));
        }
    }

    private static boolean isKept(int codePoint) {
        return codePoint == '\n' || isPrintable(codePoint);
    }

    private static void refuse(String field, int codePoint) {
        throw new Malformed(
                Reason.OUT_OF_BOUNDS,
                field,
                "letters that a packet's pages can show (Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian, Georgian), and not U+%04X"
                        .formatted(codePoint));
    }

    private static BitSet load() {
        BitSet printable = new BitSet();
        try (InputStream in = PrintableText.class.getResourceAsStream("printable.txt")) {
            if (in == null) {
                throw new IllegalStateException("expected printable.txt on the class path; is the build whole?");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int dash = line.indexOf('-');
                printable.set(
                        Integer.parseInt(line.substring(0, dash), 16),
                        Integer.parseInt(line.substring(dash + 1), 16) + 1);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read printable.txt", e);
        }
        return printable;
    }
}

package io.dorsal.model.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void theScriptsOfTheFontAreTaken() {
        for (String text : List.of(
                "M\u00fcller \u2264 50 %",
                "\u0398\u03ad\u03bc\u03b1",
                "\u0418\u0432\u0430\u043d",
                "\u05e9\u05dc\u05d5\u05dd",
                "\u0645\u0631\u062d\u0628\u0627",
                "two\nlines")) {
            assertThatCode(() -> PrintableText.require("why", text)).doesNotThrowAnyException();
            assertThat(PrintableText.printed(text)).isEqualTo(text);
        }
    }

    @Test
    void othersAreRefusedWithTheLetterAndPrintedAsItsNumber() {
        for (String text :
                List.of("\u4e2d", "\u0928", "\u0e01", "\u65e5", "\ud83e\udde0", "\u202e", "\u200b", "\ue000")) {
            assertThatThrownBy(() -> PrintableText.require("why", "a" + text))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("U+%04X".formatted(text.codePointAt(0)));
            assertThat(PrintableText.printed("a" + text + "b")).isEqualTo("a[U+%04X]b".formatted(text.codePointAt(0)));
        }
    }
}

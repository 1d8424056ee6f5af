package io.dorsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.model.outcome.OpioidReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReasonTest {
    @Test
    void everyReasonIsDocumentedAndNoOther() throws IOException {
        assertThat(documented("# Reason codes"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::word).toList());
    }

    @Test
    void everyWordOfAnOpioidOutcomeIsDocumentedAndNoOther() throws IOException {
        List<String> words = Stream.<Word>concat(
                        Arrays.stream(OpioidReason.values()), Arrays.stream(NotConvertedReason.values()))
                .map(Word::word)
                .toList();

        assertThat(documented("## Words of an opioid outcome")).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void everyWordOfAHolisticResponseIsDocumentedAndNoOther() throws IOException {
        List<String> words = Stream.<Word>concat(
                        Arrays.stream(HolisticReason.values()), Arrays.stream(HolisticOutcome.Side.values()))
                .map(Word::word)
                .toList();

        assertThat(documented("## Words of a holistic response")).containsExactlyInAnyOrderElementsOf(words);
    }

    /** The words of one section, up to the next heading. */
    private static List<String> documented(String heading) throws IOException {
        return Files.readAllLines(Path.of("../docs/reason-codes.md")).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }
}

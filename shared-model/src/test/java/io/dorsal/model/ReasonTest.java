package io.dorsal.model;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(documented("[a-z-]+"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::word).toList());
    }

    @Test
    void everyWordOfAnOpioidOutcomeIsDocumentedAndNoOther() throws IOException {
        List<String> words = Stream.<Word>concat(
                        Arrays.stream(OpioidReason.values()), Arrays.stream(NotConvertedReason.values()))
                .map(Word::word)
                .toList();

        assertThat(documented("[A-Z_]+")).containsExactlyInAnyOrderElementsOf(words);
    }

    private static List<String> documented(String spelling) throws IOException {
        return Files.readAllLines(Path.of("../docs/reason-codes.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .filter(word -> word.matches(spelling))
                .toList();
    }
}

package io.dorsal.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.model.Malformed;
import io.dorsal.model.Resources;
import io.dorsal.model.outcome.CoverageDetermination;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CoverageDeterminationReaderTest {
    static List<Path> samples() {
        return Resources.wireSamples("coverage-determination.");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDeterminationSurvivesTheWayThereAndBack(Path sample) {
        CoverageDetermination determination = CoverageDeterminationReader.parse(Resources.bytes(sample));

        assertThat(CoverageDeterminationReader.parse(CoverageDeterminationCodec.stored(determination)))
                .isEqualTo(determination);
        assertThat(Json.parse(CoverageDeterminationCodec.stored(determination)))
                .isEqualTo(Json.parse(Resources.bytes(sample)));
    }

    @ParameterizedTest
    @CsvSource({
        "\"INCOMPLETE\",\"APPROVED\",result",
        "\"MET\",\"SURE\",criteria[0].result",
        "\"primary\",\"certain\",sourceStatus",
        "\"PATIENT\",\"NEIGHBOUR\",missing[0].supplier"
    })
    void aWordOutsideItsListIsNamedByItsField(String word, String other, String field) {
        Path sample = samples().stream()
                .filter(path -> path.toString().contains("incomplete"))
                .findFirst()
                .orElseThrow();
        String json = new String(Resources.bytes(sample), UTF_8).replace(word, other);

        Malformed malformed =
                catchThrowableOfType(Malformed.class, () -> CoverageDeterminationReader.parse(json.getBytes(UTF_8)));

        assertThat(malformed.field()).isEqualTo(field);
    }
}

package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.wire.OpioidOutcomeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpioidFiguresTest {
    private static final Path SAMPLE = Path.of("../../../shared-model/src/test/resources/wire/opioid-outcome.v1.json");

    @Test
    void theChangeToTheLastTrialDayIsTheFigure() throws IOException {
        OpioidFigures figures = figures("\"partial\" : true\n  }", "\"partial\" : false\n  }");

        assertThat(figures).isEqualTo(new OpioidFigures("cdc-2022", "DETERMINED", Rational.of(-100)));
    }

    @Test
    void aChangeOfAPartOfWhatWasTakenIsNone() throws IOException {
        OpioidFigures figures = figures("", "");

        assertThat(figures.changeEndPercent()).isNull();
        assertThat(figures.status()).isEqualTo("some of what was taken has no MME");
    }

    @Test
    void anUndeterminedOutcomeHasNoFigureAndSaysWhy() throws IOException {
        OpioidFigures figures = figures(
                "\"status\" : \"DETERMINED\",\n  \"reason\" : null",
                "\"status\" : \"UNDETERMINED\",\n  \"reason\" : \"TRIAL_INCOMPLETE\"");

        assertThat(figures).isEqualTo(new OpioidFigures("cdc-2022", "UNDETERMINED (TRIAL_INCOMPLETE)", null));
    }

    private static OpioidFigures figures(String text, String instead) throws IOException {
        String sample = Files.readString(SAMPLE);
        assertThat(sample).contains(text);
        return OpioidFigures.of(
                OpioidOutcomeReader.parse(sample.replace(text, instead).getBytes(StandardCharsets.UTF_8)));
    }
}

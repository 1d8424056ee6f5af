package io.dorsal.opioid.core;

import static io.dorsal.opioid.core.Sketch.BUPRENORPHINE_PATCH;
import static io.dorsal.opioid.core.Sketch.DAY_1;
import static io.dorsal.opioid.core.Sketch.FENTANYL_25;
import static io.dorsal.opioid.core.Sketch.MORPHINE_15;
import static io.dorsal.opioid.core.Sketch.OXYCODONE_5;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The published wire sample is what the core computes: worked example 3 with a rotation, a patch over the change to
 * summer time, an unconverted drug, an unknown RxCUI and a contradiction. After a wanted change {@code -Dsample=write}
 * writes it anew.
 */
class OutcomeSampleTest {
    private static final Path SAMPLE = Path.of("../../../shared-model/src/test/resources/wire/opioid-outcome.v1.json");

    @Test
    void theSampleIsTheOutcomeOfTheSketchedTrial() throws IOException {
        JsonNode outcome = Json.parse(OpioidOutcomeCodec.stored(trial().assess()));
        if ("write".equals(System.getProperty("sample"))) {
            Files.writeString(SAMPLE, outcome.toPrettyString() + "\n");
        }

        assertThat(Json.parse(Files.readAllBytes(SAMPLE))).isEqualTo(outcome);
    }

    private static Sketch trial() {
        return WorkedExamplesTest.rotationFree()
                .removed("2026-03-11T14:00:00Z")
                .takes(DAY_1.plusDays(1), MORPHINE_15, 1)
                .takes(DAY_1.plusDays(2), OXYCODONE_5, "0.3333")
                .takes(DAY_1.plusDays(2), "99999999", 1)
                .nothing(DAY_1.plusDays(2))
                .wears(BUPRENORPHINE_PATCH, "2026-02-27T14:00:00Z", "2026-03-03T14:00:00Z")
                .wears(FENTANYL_25, "2026-03-08T17:00:00Z", "2026-03-09T16:30:00Z")
                .nothing(DAY_1.plusDays(7));
    }
}

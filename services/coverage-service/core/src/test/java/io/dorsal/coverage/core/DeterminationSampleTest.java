package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.model.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published wire samples are what the core computes. After a wanted change {@code -Dsample=write} writes them anew. */
class DeterminationSampleTest {
    private static final Path WIRE = Path.of("../../../shared-model/src/test/resources/wire");

    private record Sample(String name, CoverageDetermination determination) {}

    private static Stream<Sample> samples() {
        Chart incomplete = Chart.complete()
                .removed(null)
                .relief("30")
                .without(DocumentKind.PHYSICAL_EXAMINATION)
                .asOf("2026-03-05T17:00:00Z");
        incomplete.pain.running().needed(2).missing(Pain.day("trial-day", "2026-03-05", "2026-03-06T05:00:00Z"));
        Chart flagged = Chart.complete().procedure("63655").state("TX");
        Chart earlier = Chart.complete().placed("2020-03-02T16:00:00Z").removed(null);
        return Stream.of(
                new Sample("grouped", incomplete.under("mac-scs-ngs")),
                new Sample("grouped-flagged", flagged.under("opd-prior-authorization")),
                new Sample("none-in-force", earlier.under("opd-prior-authorization")));
    }

    @TestFactory
    Stream<DynamicTest> eachSampleIsTheDeterminationOfItsChart() {
        return samples().map(sample -> DynamicTest.dynamicTest(sample.name(), () -> check(sample)));
    }

    private static void check(Sample sample) throws IOException {
        Path file = WIRE.resolve("coverage-determination.%s.v1.json".formatted(sample.name()));
        JsonNode node = Json.parse(CoverageDeterminationCodec.stored(sample.determination()));
        if ("write".equals(System.getProperty("sample"))) {
            Files.writeString(file, node.toPrettyString() + "\n");
        }

        assertThat(Json.parse(Files.readAllBytes(file))).isEqualTo(node);
    }

    @Test
    void everyDeterminationReadsBackAsItWas() {
        samples()
                .forEach(sample -> assertThat(CoverageDeterminationReader.parse(
                                CoverageDeterminationCodec.stored(sample.determination())))
                        .isEqualTo(sample.determination()));
    }

    @Test
    void theSameEvidenceGivesTheSameBytes() {
        for (String policy : Chart.SHIPPED.ids()) {
            assertThat(CoverageDeterminationCodec.stored(Chart.complete().under(policy)))
                    .isEqualTo(
                            CoverageDeterminationCodec.stored(Chart.complete().under(policy)));
        }
    }
}

package io.dorsal.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.model.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Determinations for tests: those that coverage-service publishes as samples, of a trial of any name. */
public final class SampleCoverage {
    private static final Path WIRE = Path.of("../../shared-model/src/test/resources/wire");

    private SampleCoverage() {}

    /** Under mac-scs-ngs, a day of the diary, a paper and an attestation missing. */
    public static CoverageDetermination incomplete(String trial) {
        return CoverageDeterminationReader.parse(text("grouped", trial).getBytes(StandardCharsets.UTF_8));
    }

    public static CoverageDetermination doesNotApply(String trial) {
        return CoverageDeterminationReader.parse(text("grouped-flagged", trial).getBytes(StandardCharsets.UTF_8));
    }

    public static CoverageDetermination noneInForce(String trial) {
        return CoverageDeterminationReader.parse(text("none-in-force", trial).getBytes(StandardCharsets.UTF_8));
    }

    /** The incomplete one from other statements. */
    public static CoverageDetermination stating(String trial, String digest) {
        String text = text("grouped", trial).replaceFirst("(\"statedDigest\" : \")[0-9a-f]+", "$1" + digest);
        return CoverageDeterminationReader.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String sample, String trial) {
        return read("coverage-determination.%s.v1.json".formatted(sample), trial);
    }

    private static String read(String sample, String trial) {
        try {
            return Files.readString(WIRE.resolve(sample)).replace("\"T-1\"", "\"" + trial + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code GET /api/policies} answers, of two policies; and {@code GET /api/policies/opd-prior-authorization}. */
    public static byte[] policies(String answer) {
        try (InputStream stream = SampleCoverage.class.getResourceAsStream("/%s.json".formatted(answer))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A responder outcome with function, of a trial of any name. */
    public static byte[] function(String trial) {
        return read("responder-outcome.function.v1.json", trial).getBytes(StandardCharsets.UTF_8);
    }

    /** What {@code GET /api/coverage/{trial}?policy=all} answers. */
    public static byte[] all(CoverageDetermination... determinations) {
        ArrayNode array = Json.object().putArray("all");
        Stream.of(determinations)
                .forEach(each -> array.add(CoverageDeterminationCodec.node(each)
                        .put("outcomes", "AS_OF")
                        .put("computedAt", each.asOf().toString())));
        return Json.bytes(array);
    }

    /** What {@code GET /api/worklist} answers. */
    public static byte[] worklist(@Nullable String next, CoverageDetermination... determinations) {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        for (CoverageDetermination each : determinations) {
            ObjectNode whole = CoverageDeterminationCodec.node(each);
            ObjectNode item = items.addObject().put("clinic", "harbor-pain");
            List.of("trialId", "policy", "sourceStatus", "result", "missing")
                    .forEach(field -> item.set(field, whole.get(field)));
        }
        return Json.bytes(page.put("next", next));
    }
}

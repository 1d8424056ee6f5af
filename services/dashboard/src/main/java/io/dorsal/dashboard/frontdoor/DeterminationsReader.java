package io.dorsal.dashboard.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.dashboard.core.coverage.Determinations;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import java.util.ArrayList;
import java.util.List;

/** Reads the answer of {@code GET /api/coverage/{trial}?policy=all}. */
final class DeterminationsReader {
    private static final int POLICIES_MAX = 1_000;
    private static final int WORD_LENGTH_MAX = 64;

    private DeterminationsReader() {}

    static Determinations parse(byte[] answer) {
        JsonNode array = Json.parse(answer);
        if (!array.isArray() || array.isEmpty() || array.size() > POLICIES_MAX) {
            throw new Malformed(Reason.WRONG_TYPE, "", "an array of 1 to %d determinations".formatted(POLICIES_MAX));
        }
        List<CoverageDetermination> all = new ArrayList<>();
        array.forEach(node -> all.add(CoverageDeterminationReader.parse(node)));
        String outcomes = JsonFields.of(array.get(0)).text("outcomes", WORD_LENGTH_MAX);
        return new Determinations(List.copyOf(all), outcomes.equals("PUBLISHED"));
    }
}

package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.worklist.Worklist;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Asks coverage-service for the worklist, a page at a time. */
@ApplicationScoped
public class AskedWorklist implements Worklist {
    private static final int ITEMS_MAX = 1_000;
    private static final int WORD_LENGTH_MAX = 128;
    private static final int CURSOR_LENGTH_MAX = 1_024;

    private final FrontDoor door;

    AskedWorklist(FrontDoor door) {
        this.door = door;
    }

    @Override
    public Answer<Slice> ask(String clinic, String cursor, int limit) {
        return door.ask(
                "worklist",
                "?limit=" + limit + parameter("clinic", clinic) + parameter("cursor", cursor),
                AskedWorklist::slice);
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Slice slice(byte[] answer) {
        JsonFields f = JsonFields.of(Json.parse(answer));
        return new Slice(
                f.list("items", ITEMS_MAX, AskedWorklist::item),
                f.optional("next", name -> f.text(name, CURSOR_LENGTH_MAX)));
    }

    private static Item item(JsonFields f) {
        return new Item(
                f.id("trialId", TrialId::new),
                f.text("clinic", WORD_LENGTH_MAX),
                f.text("policy", WORD_LENGTH_MAX),
                f.optional("sourceStatus", name -> f.oneOf(name, SourceStatus.class)),
                f.optional("result", name -> f.oneOf(name, CoverageResult.class)),
                f.list("missing", ITEMS_MAX, CoverageDeterminationReader::missing));
    }
}

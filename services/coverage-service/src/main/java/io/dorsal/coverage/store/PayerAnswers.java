package io.dorsal.coverage.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.core.figures.PayerAnswer;
import io.dorsal.model.DecisionId;
import io.dorsal.model.decision.PayerDecision.Result;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial's answers of payers in one column. */
final class PayerAnswers {
    private static final String FIELD = "answers";
    private static final int ANSWERS_MAX = 100_000;
    private static final int TEXT_LENGTH_MAX = 4_096;

    private PayerAnswers() {}

    static @Nullable String text(List<PayerAnswer> answers) {
        if (answers.isEmpty()) {
            return null;
        }
        ObjectNode node = Json.object();
        ArrayNode array = node.putArray(FIELD);
        answers.forEach(answer -> array.addObject()
                .put("id", answer.id().value())
                .put("result", answer.result().word())
                .put("reason", answer.reason())
                .put("disputed", answer.disputed())
                .put("expedited", answer.expedited())
                .put("inTime", answer.inTime()));
        return new String(Json.bytes(node), StandardCharsets.UTF_8);
    }

    static List<PayerAnswer> parse(@Nullable String text) {
        return text == null
                ? List.of()
                : JsonFields.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)))
                        .list(
                                FIELD,
                                ANSWERS_MAX,
                                f -> new PayerAnswer(
                                        f.id("id", DecisionId::new),
                                        f.oneOf("result", Result.class),
                                        f.optional("reason", name -> f.text(name, TEXT_LENGTH_MAX)),
                                        f.optional("disputed", name -> f.text(name, TEXT_LENGTH_MAX)),
                                        f.flag("expedited"),
                                        f.flag("inTime")));
    }
}

package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Word;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.CoverageDetermination.Flag;
import io.dorsal.model.outcome.CoverageDetermination.Group;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageDetermination.Part;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Coverage determinations, record to bytes: the value of {@code dorsal.coverage-determinations.v1}, and the answer of
 * {@code GET /api/coverage/{trialId}}.
 */
public final class CoverageDeterminationCodec {
    private CoverageDeterminationCodec() {}

    public static byte[] stored(CoverageDetermination determination) {
        return Json.bytes(node(determination));
    }

    public static ObjectNode node(CoverageDetermination d) {
        ObjectNode node = Json.object();
        node.put("trialId", d.trialId().value())
                .put("policy", d.policy())
                .put("version", d.version())
                .put("sourceStatus", word(d.sourceStatus()))
                .put("asOf", d.asOf().toString())
                .put("dateOfService", d.dateOfService().toString())
                .put("result", word(d.result()))
                .put("reason", word(d.reason()))
                .put("explanation", d.explanation());
        each(node, "criteria", d.criteria(), CoverageDeterminationCodec::criterion);
        each(node, "flags", d.flags(), CoverageDeterminationCodec::flag);
        each(node, "missing", d.missing(), CoverageDeterminationCodec::missing);
        node.put("factDigest", d.factDigest());
        return d.statedDigest() == null ? node : node.put("statedDigest", d.statedDigest());
    }

    private static void criterion(Criterion criterion, ObjectNode out) {
        out.put("id", criterion.id())
                .put("requirement", criterion.requirement())
                .put("citation", criterion.citation())
                .put("kind", criterion.kind().word())
                .put("policy", criterion.policy())
                .put("sourceStatus", criterion.sourceStatus().word())
                .put("result", criterion.result().word())
                .put("explanation", criterion.explanation());
        each(out, "facts", criterion.facts(), CoverageDeterminationCodec::fact);
        group(criterion.group(), out);
    }

    private static void group(@Nullable Group group, ObjectNode out) {
        if (group != null) {
            ObjectNode node = out.putObject("group").put("atLeast", group.atLeast());
            each(node, "parts", group.parts(), CoverageDeterminationCodec::part);
        }
    }

    private static void part(Part part, ObjectNode out) {
        out.put("result", part.result().word()).put("explanation", part.explanation());
        group(part.group(), out);
    }

    private static void fact(ReadFact fact, ObjectNode out) {
        out.put("name", fact.name()).put("value", fact.value()).put("source", fact.source());
    }

    private static void flag(Flag flag, ObjectNode out) {
        out.put("id", flag.id())
                .put("text", flag.text())
                .put("citation", flag.citation())
                .put("sourceStatus", flag.sourceStatus().word());
    }

    private static void missing(Missing missing, ObjectNode out) {
        out.put("kind", missing.kind().word())
                .put("what", missing.what())
                .put("need", missing.need())
                .put("date", missing.date() == null ? null : missing.date().toString());
        ArrayNode criteria = out.putArray("criteria");
        missing.criteria().forEach(criteria::add);
        out.put("supplier", missing.supplier().word())
                .put("limit", missing.limit().word())
                .put("until", missing.until() == null ? null : missing.until().toString())
                .put("withIt", missing.withIt().word());
    }

    private static <T> void each(ObjectNode node, String field, Iterable<T> items, BiConsumer<T, ObjectNode> write) {
        ArrayNode array = node.putArray(field);
        items.forEach(item -> write.accept(item, array.addObject()));
    }

    private static @Nullable String word(@Nullable Word word) {
        return word == null ? null : word.word();
    }
}

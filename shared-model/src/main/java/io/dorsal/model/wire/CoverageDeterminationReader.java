package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.CoverageDetermination.Flag;
import io.dorsal.model.outcome.CoverageDetermination.Group;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageDetermination.Part;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.EvidenceKind;
import io.dorsal.model.outcome.NoCoverageResult;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.outcome.Supplier;
import org.jspecify.annotations.Nullable;

/** Coverage determinations, bytes to record, for those who show or count them. */
public final class CoverageDeterminationReader {
    private static final int WORD_LENGTH_MAX = 128;
    private static final int TEXT_LENGTH_MAX = 16_384;
    private static final int ITEMS_MAX = 1_000;

    private CoverageDeterminationReader() {}

    /**
     * Parses the value of a record in {@code dorsal.coverage-determinations.v1}.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static CoverageDetermination parse(byte[] value) {
        return parse(Json.parse(value));
    }

    /** The same of one that stands among others, as in the answer for every policy. */
    public static CoverageDetermination parse(JsonNode node) {
        JsonFields f = JsonFields.of(node);
        return new CoverageDetermination(
                f.id("trialId", TrialId::new),
                word(f, "policy"),
                f.optional("version", name -> word(f, name)),
                f.optional("sourceStatus", name -> f.oneOf(name, SourceStatus.class)),
                f.instant("asOf"),
                f.date("dateOfService"),
                f.optional("result", name -> f.oneOf(name, CoverageResult.class)),
                f.optional("reason", name -> f.oneOf(name, NoCoverageResult.class)),
                text(f, "explanation"),
                f.list("criteria", ITEMS_MAX, CoverageDeterminationReader::criterion),
                f.list("flags", ITEMS_MAX, CoverageDeterminationReader::flag),
                f.list("missing", ITEMS_MAX, CoverageDeterminationReader::missing),
                f.optional("factDigest", name -> word(f, name)),
                f.optional("statedDigest", name -> word(f, name)));
    }

    private static Criterion criterion(JsonFields f) {
        return new Criterion(
                word(f, "id"),
                text(f, "requirement"),
                text(f, "citation"),
                f.oneOf("kind", CriterionKind.class),
                text(f, "policy"),
                f.oneOf("sourceStatus", SourceStatus.class),
                f.oneOf("result", CriterionResult.class),
                text(f, "explanation"),
                f.list("facts", ITEMS_MAX, CoverageDeterminationReader::fact),
                group(f));
    }

    private static @Nullable Group group(JsonFields f) {
        return f.optional("group", name -> f.object(name, CoverageDeterminationReader::parts));
    }

    private static Group parts(JsonFields f) {
        return new Group(
                f.optional("atLeast", name -> (int) f.whole(name, 1, ITEMS_MAX)),
                f.list("parts", ITEMS_MAX, CoverageDeterminationReader::part));
    }

    private static Part part(JsonFields f) {
        return new Part(f.oneOf("result", CriterionResult.class), text(f, "explanation"), group(f));
    }

    private static ReadFact fact(JsonFields f) {
        return new ReadFact(word(f, "name"), f.optional("value", name -> text(f, name)), text(f, "source"));
    }

    private static Flag flag(JsonFields f) {
        return new Flag(
                word(f, "id"), text(f, "text"), text(f, "citation"), f.oneOf("sourceStatus", SourceStatus.class));
    }

    /** A line of what is missing; the worklist has the same. */
    public static Missing missing(JsonFields f) {
        return new Missing(
                f.oneOf("kind", EvidenceKind.class),
                word(f, "what"),
                text(f, "need"),
                f.optional("date", f::date),
                f.texts("criteria", ITEMS_MAX, WORD_LENGTH_MAX),
                f.oneOf("supplier", Supplier.class),
                f.oneOf("limit", CollectionLimit.class),
                f.optional("until", f::instant),
                f.oneOf("withIt", CoverageResult.class));
    }

    private static String word(JsonFields f, String field) {
        return f.text(field, WORD_LENGTH_MAX);
    }

    private static String text(JsonFields f, String field) {
        return f.text(field, TEXT_LENGTH_MAX);
    }
}

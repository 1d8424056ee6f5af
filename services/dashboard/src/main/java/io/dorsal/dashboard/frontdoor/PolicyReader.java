package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.policy.Policy;
import io.dorsal.dashboard.core.policy.Policy.Criterion;
import io.dorsal.dashboard.core.policy.Policy.Flag;
import io.dorsal.dashboard.core.policy.Policy.Version;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.outcome.Supplier;
import io.dorsal.model.wire.JsonFields;
import java.util.List;

/** Reads a policy as {@code GET /api/policies} tells it. */
final class PolicyReader {
    private static final int ITEMS_MAX = 1_000;
    private static final int WORD_LENGTH_MAX = 128;
    private static final int TEXT_LENGTH_MAX = 16_384;
    private static final int FILE_LENGTH_MAX = 65_536;

    private PolicyReader() {}

    static Policy parse(JsonFields f) {
        List<Version> versions = f.list("versions", ITEMS_MAX, PolicyReader::version);
        if (versions.isEmpty()) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "versions", "at least one");
        }
        return new Policy(word(f, "id"), versions);
    }

    private static Version version(JsonFields f) {
        return new Version(
                word(f, "version"),
                word(f, "payer"),
                text(f, "document"),
                text(f, "jurisdiction"),
                f.date("effectiveFrom"),
                f.optional("effectiveTo", f::date),
                f.oneOf("sourceStatus", SourceStatus.class),
                f.optional("appliesWhen", name -> f.object(name, PolicyReader::criterion)),
                f.list("includes", ITEMS_MAX, ref -> word(ref, "policy") + " " + word(ref, "version")),
                f.list("criteria", ITEMS_MAX, PolicyReader::criterion),
                f.list("flags", ITEMS_MAX, PolicyReader::flag),
                f.optional("text", name -> f.lines(name, FILE_LENGTH_MAX)));
    }

    private static Criterion criterion(JsonFields f) {
        return new Criterion(
                word(f, "id"),
                text(f, "requirement"),
                text(f, "citation"),
                f.oneOf("kind", CriterionKind.class),
                text(f, "policy"),
                f.oneOf("sourceStatus", SourceStatus.class),
                f.optional("supplier", name -> f.oneOf(name, Supplier.class)));
    }

    private static Flag flag(JsonFields f) {
        return new Flag(text(f, "text"), text(f, "citation"), f.oneOf("sourceStatus", SourceStatus.class));
    }

    private static String word(JsonFields f, String field) {
        return f.text(field, WORD_LENGTH_MAX);
    }

    private static String text(JsonFields f, String field) {
        return f.text(field, TEXT_LENGTH_MAX);
    }
}

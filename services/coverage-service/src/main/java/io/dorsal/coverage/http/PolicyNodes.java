package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.core.Criterion;
import io.dorsal.coverage.core.Policy;
import io.dorsal.model.wire.Json;

/** A version of a policy as JSON; its rules are in the text of the file. */
final class PolicyNodes {
    private PolicyNodes() {}

    static ObjectNode of(Policy policy) {
        ObjectNode node = Json.object()
                .put("version", policy.ref().version())
                .put("payer", policy.payer().value())
                .put("document", policy.document())
                .put("jurisdiction", policy.jurisdiction())
                .put("effectiveFrom", policy.effectiveFrom().toString())
                .put(
                        "effectiveTo",
                        policy.effectiveTo() == null
                                ? null
                                : policy.effectiveTo().toString())
                .put("sourceStatus", policy.sourceStatus().word());
        node.set("appliesWhen", policy.scope() == null ? null : of(policy.scope()));
        ArrayNode includes = node.putArray("includes");
        policy.includes()
                .forEach(ref -> includes.addObject().put("policy", ref.id()).put("version", ref.version()));
        ArrayNode criteria = node.putArray("criteria");
        policy.criteria().forEach(criterion -> criteria.add(of(criterion)));
        ArrayNode flags = node.putArray("flags");
        policy.flags()
                .forEach(flag -> flags.addObject()
                        .put("id", flag.id())
                        .put("text", flag.text())
                        .put("citation", flag.citation())
                        .put("sourceStatus", flag.sourceStatus().word()));
        return node;
    }

    private static ObjectNode of(Criterion criterion) {
        return Json.object()
                .put("id", criterion.id())
                .put("requirement", criterion.requirement())
                .put("citation", criterion.citation())
                .put("kind", criterion.kind().word())
                .put("policy", criterion.statedBy().toString())
                .put("sourceStatus", criterion.sourceStatus().word())
                .put(
                        "supplier",
                        criterion.supplier() == null
                                ? null
                                : criterion.supplier().word());
    }
}

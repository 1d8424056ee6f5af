package io.dorsal.opioid.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.model.wire.WindowRulesCodec;
import io.dorsal.opioid.core.Rules;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The numbers and tables that an opioid outcome was computed with, record to JSON and back. */
public final class OpioidBasisCodec {
    private static final int LIST_MAX = 100;
    private static final int NAME_LENGTH_MAX = 64;

    private OpioidBasisCodec() {}

    public static ObjectNode node(OpioidBasis basis) {
        Rules rules = basis.rules();
        ObjectNode node = Json.object();
        node.set("windows", WindowRulesCodec.node(rules.windows()));
        node.put("aheadMin", rules.aheadMin().toString());
        ArrayNode leaves = node.putArray("leaves");
        new TreeMap<>(rules.leaves())
                .forEach((reduction, share) ->
                        leaves.addObject().put("reduction", reduction.word()).put("share", share.toString()));
        ArrayNode tiers = node.putArray("tiers");
        rules.tierFrom()
                .forEach((from, tier) ->
                        tiers.addObject().put("from", from.toString()).put("tier", tier.word()));
        node.put("factorSet", basis.factorSet());
        ArrayNode tables = node.putArray("tables");
        basis.tables()
                .forEach((file, sha256) -> tables.addObject().put("file", file).put("sha256", sha256));
        return node;
    }

    /** @throws io.dorsal.model.Malformed naming field and what was expected */
    public static OpioidBasis parse(JsonFields f) {
        Map<String, String> tables = new TreeMap<>();
        f.list("tables", LIST_MAX, table -> Map.entry(name(table, "file"), name(table, "sha256")))
                .forEach(table -> tables.put(table.getKey(), table.getValue()));
        return new OpioidBasis(rules(f), name(f, "factorSet"), tables);
    }

    private static Rules rules(JsonFields f) {
        Map<Reduction, Rational> leaves = new EnumMap<>(Reduction.class);
        f.list("leaves", LIST_MAX, leaf -> Map.entry(leaf.oneOf("reduction", Reduction.class), leaf.fraction("share")))
                .forEach(leaf -> leaves.put(leaf.getKey(), leaf.getValue()));
        NavigableMap<Rational, MmeTier> tiers = new TreeMap<>();
        f.list("tiers", LIST_MAX, tier -> Map.entry(tier.fraction("from"), tier.oneOf("tier", MmeTier.class)))
                .forEach(tier -> tiers.put(tier.getKey(), tier.getValue()));
        return new Rules(f.object("windows", WindowRulesCodec::parse), f.duration("aheadMin"), leaves, tiers);
    }

    private static String name(JsonFields f, String field) {
        return f.text(field, NAME_LENGTH_MAX);
    }
}

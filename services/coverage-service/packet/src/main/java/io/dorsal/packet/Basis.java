package io.dorsal.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.wire.CanonicalJson;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.opioid.wire.OpioidBasis;
import io.dorsal.opioid.wire.OpioidBasisCodec;
import io.dorsal.responder.core.Rules;
import io.dorsal.responder.wire.RulesCodec;
import java.nio.charset.StandardCharsets;

/** What outcomes follow from beside the facts: the rules of the installation that computed them. */
public record Basis(Rules responder, OpioidBasis opioids) {
    String text() {
        ObjectNode node = Json.object();
        node.set("responder", RulesCodec.node(responder));
        node.set("opioid", OpioidBasisCodec.node(opioids));
        return CanonicalJson.of(node);
    }

    static Basis parse(String text) {
        JsonFields f = JsonFields.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        return new Basis(f.object("responder", RulesCodec::parse), f.object("opioid", OpioidBasisCodec::parse));
    }
}

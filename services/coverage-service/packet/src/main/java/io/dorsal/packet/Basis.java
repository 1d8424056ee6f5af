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

/**
 * What outcomes follow from beside the facts: the rules of the installation that computed them.
 *
 * @param edition of the cores. It goes up when a fault is mended and the same facts and rules come to something else: what
 *     an earlier edition computed is then not computed again, since the fault is not kept for it
 */
public record Basis(Rules responder, OpioidBasis opioids, int edition) {
    /** 2 since clocks are bounded by their least lag, and usage is stated with its bounds (ADRs 25, 26, 31). */
    static final int EDITION = 2;

    /** The edition of packets that name none. */
    private static final int FIRST = 1;

    /** Rules that are used now. */
    public Basis(Rules responder, OpioidBasis opioids) {
        this(responder, opioids, EDITION);
    }

    String text() {
        ObjectNode node = Json.object();
        node.set("responder", RulesCodec.node(responder));
        node.set("opioid", OpioidBasisCodec.node(opioids));
        if (edition != FIRST) {
            node.put("edition", edition);
        }
        return CanonicalJson.of(node);
    }

    static Basis parse(String text) {
        JsonFields f = JsonFields.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        return new Basis(
                f.object("responder", RulesCodec::parse),
                f.object("opioid", OpioidBasisCodec::parse),
                f.has("edition") ? (int) f.whole("edition", FIRST, Integer.MAX_VALUE) : FIRST);
    }
}

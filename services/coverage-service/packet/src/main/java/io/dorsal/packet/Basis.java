package io.dorsal.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.core.CoverageForm;
import io.dorsal.model.wire.CanonicalJson;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.opioid.wire.OpioidBasis;
import io.dorsal.opioid.wire.OpioidBasisCodec;
import io.dorsal.responder.core.Rules;
import io.dorsal.responder.wire.RulesCodec;
import java.nio.charset.StandardCharsets;

/** What outcomes follow from beside the facts: the rules of the installation that computed them. */
public record Basis(Rules responder, OpioidBasis opioids, CoverageForm form) {
    /** The rules as they are now, in the form of now. */
    public Basis(Rules responder, OpioidBasis opioids) {
        this(responder, opioids, CoverageForm.CURRENT);
    }

    String text() {
        ObjectNode node = Json.object();
        node.set("responder", RulesCodec.node(responder));
        node.set("opioid", OpioidBasisCodec.node(opioids));
        if (form != CoverageForm.COVERAGE_1) {
            node.put("coverage", form.word());
        }
        return CanonicalJson.of(node);
    }

    static Basis parse(String text) {
        JsonFields f = JsonFields.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        CoverageForm form = f.optional("coverage", name -> f.oneOf(name, CoverageForm.class));
        return new Basis(
                f.object("responder", RulesCodec::parse),
                f.object("opioid", OpioidBasisCodec::parse),
                form == null ? CoverageForm.COVERAGE_1 : form);
    }
}

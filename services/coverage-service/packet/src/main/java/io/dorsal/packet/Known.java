package io.dorsal.packet;

import io.dorsal.coverage.core.Evidence;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.opioid.wire.OpioidBasisCodec;
import io.dorsal.responder.core.Assessment;
import io.dorsal.responder.core.TrialFacts;
import io.dorsal.responder.wire.RulesCodec;
import io.dorsal.responder.wire.TrialFactsCodec;
import java.time.Instant;

/** All that is known of a trial, as the services that keep it hand it out. */
public record Known(TrialFacts facts, Basis basis) {

    /**
     * @param facts the answer of {@code GET /api/responders/{trialId}/facts}
     * @param responderRules the answer of {@code GET /api/responders/{trialId}/rules}
     * @param opioidRules the answer of {@code GET /api/opioids/{trialId}/rules}
     * @throws io.dorsal.model.Malformed when one of them is of another form
     */
    public static Known parse(byte[] facts, byte[] responderRules, byte[] opioidRules) {
        return new Known(
                TrialFactsCodec.parse(facts),
                new Basis(
                        RulesCodec.parse(JsonFields.of(Json.parse(responderRules))),
                        OpioidBasisCodec.parse(JsonFields.of(Json.parse(opioidRules)))));
    }

    public Trial trial() {
        return facts.trial();
    }

    /** Of the trial document and the reports: by it the services can be told to know the same. */
    public String statedDigest(Instant asOf) {
        return new StatedFacts(facts.trial(), facts.reports()).digest(asOf).hex();
    }

    /** The newest instant among facts and papers: as of it the same facts make the same packet. */
    public Instant newestFact() {
        Instant told = Assessment.newestFact(facts, basis.responder());
        Instant stated = new Evidence(facts.trial(), null, null, facts.reports()).newestFact();
        return told.isAfter(stated) ? told : stated;
    }
}

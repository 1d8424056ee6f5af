package io.dorsal.opioid;

import io.dorsal.merge.Assessing;
import io.dorsal.merge.store.Loaded;
import io.dorsal.merge.store.Outcome;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import io.dorsal.opioid.core.Assessment;
import io.dorsal.opioid.core.Conversions;
import io.dorsal.opioid.core.OpioidTables;
import io.dorsal.opioid.core.Rules;
import io.dorsal.opioid.tables.ShippedTables;
import io.dorsal.opioid.wire.OpioidBasis;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts to outcomes, with the tables and rules of this installation. */
@ApplicationScoped
public class Assessor {
    private final OpioidTables tables;
    private final Conversions byDefault;
    private final Rules rules;
    private final Assessing assessing;

    Assessor(OpioidConfig config, OpioidTables tables, Assessing assessing) {
        this.tables = tables;
        byDefault = conversions(config.factorSet());
        rules = Settings.rules(config);
        this.assessing = assessing;
    }

    /**
     * What converts doses under one set, the default one when none is named.
     *
     * @throws Malformed when there is no set of that id
     */
    Conversions under(@Nullable String factorSet) {
        return factorSet == null ? byDefault : conversions(factorSet);
    }

    /** What an outcome under the default set follows from, beside the facts. */
    OpioidBasis basis() {
        return new OpioidBasis(rules, byDefault.factors().id(), ShippedTables.digests());
    }

    OpioidOutcome assess(StatedFacts facts, Instant asOf, Conversions conversions) {
        return assessing.time(() -> Assessment.assess(facts, asOf, conversions, rules));
    }

    /** The outcomes to publish, each as of its newest fact; a trial that cannot be read keeps the one it had. */
    List<Outcome> publishable(Loaded<StatedFacts> loaded) {
        return assessing.each(loaded, this::publishable);
    }

    private Outcome publishable(StatedFacts facts) {
        OpioidOutcome outcome = assess(facts, Assessment.newestFact(facts, rules), byDefault);
        return new Outcome(
                facts.trial().trial(),
                facts.trial().clinic(),
                outcome.factDigest(),
                outcome.asOf(),
                new String(OpioidOutcomeCodec.stored(outcome), StandardCharsets.UTF_8));
    }

    private Conversions conversions(String factorSet) {
        Conversions found = tables.conversions(factorSet);
        if (found == null) {
            throw new Malformed(
                    Reason.UNKNOWN_VALUE,
                    "factorSet",
                    String.join(" or ", tables.factorSets().keySet()));
        }
        return found;
    }
}

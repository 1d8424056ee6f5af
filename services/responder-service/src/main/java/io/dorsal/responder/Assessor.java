package io.dorsal.responder;

import io.dorsal.merge.Assessing;
import io.dorsal.merge.store.Loaded;
import io.dorsal.merge.store.Outcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.dorsal.responder.core.Assessment;
import io.dorsal.responder.core.Rules;
import io.dorsal.responder.core.TrialFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Facts to outcomes, with the rules of this installation. */
@ApplicationScoped
public class Assessor {
    private final Rules rules;
    private final Assessing assessing;

    Assessor(ResponderConfig config, Assessing assessing) {
        rules = Settings.rules(config);
        this.assessing = assessing;
    }

    Rules rules() {
        return rules;
    }

    ResponderOutcome assess(TrialFacts facts, Instant asOf) {
        return assessing.time(() -> Assessment.assess(facts, asOf, rules));
    }

    /** The outcomes to publish, each as of its newest fact; a trial that cannot be read keeps the one it had. */
    List<Outcome> publishable(Loaded<TrialFacts> loaded) {
        return assessing.each(loaded, this::publishable);
    }

    Outcome publishable(TrialFacts facts) {
        ResponderOutcome outcome = assess(facts, Assessment.newestFact(facts, rules));
        return new Outcome(
                facts.trial().trial(),
                facts.trial().clinic(),
                outcome.factDigest(),
                outcome.asOf(),
                new String(ResponderOutcomeCodec.stored(outcome), StandardCharsets.UTF_8));
    }
}

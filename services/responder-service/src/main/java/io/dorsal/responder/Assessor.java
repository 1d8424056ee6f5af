package io.dorsal.responder;

import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.dorsal.responder.core.Assessment;
import io.dorsal.responder.core.Rules;
import io.dorsal.responder.core.TrialFacts;
import io.dorsal.responder.store.LoadedFacts;
import io.dorsal.responder.store.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Facts to outcomes, with the rules of this installation. */
@ApplicationScoped
public class Assessor {
    private static final Logger LOG = Logger.getLogger(Assessor.class);

    private final Rules rules;
    private final Timer time;
    private final Counter failures;

    Assessor(ResponderConfig config, MeterRegistry meters) {
        rules = Settings.rules(config);
        time = Timer.builder("dorsal.responder.assess")
                .description("Facts of one trial to its outcome")
                .register(meters);
        failures = Counter.builder("dorsal.responder.assess.failures")
                .description("Trials that could not be assessed and keep their last outcome")
                .register(meters);
    }

    ResponderOutcome assess(TrialFacts facts, Instant asOf) {
        return time.record(() -> Assessment.assess(facts, asOf, rules));
    }

    /** The outcomes to publish, each as of its newest fact; a trial that cannot be read keeps the one it had. */
    List<Outcome> publishable(LoadedFacts loaded) {
        loaded.unreadable().forEach((trial, e) -> tellFailed(trial, e.getCause() == null ? e : e.getCause()));
        return publishable(loaded.facts());
    }

    /** The outcomes to publish, each as of its newest fact. */
    List<Outcome> publishable(List<TrialFacts> trials) {
        List<Outcome> outcomes = new ArrayList<>(trials.size());
        for (TrialFacts facts : trials) {
            try {
                outcomes.add(publishable(facts));
            } catch (RuntimeException e) {
                // A fault of ours in one trial must not stop the others.
                tellFailed(facts.trial().trial(), e);
            }
        }
        return outcomes;
    }

    // The message may quote facts: not logged.
    private void tellFailed(TrialId trial, Throwable e) {
        failures.increment();
        LOG.errorf(
                "Trial %s could not be assessed (%s); it keeps its last outcome.",
                trial, e.getClass().getName());
    }

    private Outcome publishable(TrialFacts facts) {
        ResponderOutcome outcome = assess(facts, Assessment.newestFact(facts, rules));
        return new Outcome(
                facts.trial().trial(),
                facts.trial().clinic(),
                outcome.factDigest(),
                outcome.asOf(),
                new String(ResponderOutcomeCodec.stored(outcome), StandardCharsets.UTF_8));
    }
}

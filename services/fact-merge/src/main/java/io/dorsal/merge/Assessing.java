package io.dorsal.merge;

import io.dorsal.merge.store.Loaded;
import io.dorsal.model.TrialId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Facts to outcomes, trial by trial: one that fails keeps its last outcome and stops nobody else. */
@ApplicationScoped
public class Assessing {
    private static final Logger LOG = Logger.getLogger(Assessing.class);

    private final Timer time;
    private final Counter failures;

    public Assessing(Merging merging, MeterRegistry meters) {
        time = Timer.builder(merging.metric("assess"))
                .description("Facts of one trial to its outcome")
                .register(meters);
        failures = Counter.builder(merging.metric("assess.failures"))
                .description("Trials that could not be assessed and keep their last outcome")
                .register(meters);
    }

    /** Measures one assessment. */
    public <O> O time(Supplier<O> assess) {
        return time.record(assess);
    }

    /** What follows from each; a trial that cannot be read or assessed has none here. */
    public <F, O> List<O> each(Loaded<F> loaded, Function<F, O> assess) {
        loaded.unreadable().forEach((trial, e) -> tellFailed(trial, e.getCause() == null ? e : e.getCause()));
        List<O> outcomes = new ArrayList<>(loaded.facts().size());
        loaded.facts().forEach((trial, facts) -> {
            try {
                outcomes.add(assess.apply(facts));
            } catch (RuntimeException e) {
                // A fault of ours in one trial must not stop the others.
                tellFailed(trial, e);
            }
        });
        return outcomes;
    }

    // The message may quote facts: not logged.
    private void tellFailed(TrialId trial, Throwable e) {
        failures.increment();
        LOG.errorf(
                "Trial %s could not be assessed (%s); it keeps its last outcome.",
                trial, e.getClass().getName());
    }
}

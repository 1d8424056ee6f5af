package io.dorsal.merge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/** What a batch cost, and how old its facts were when their outcome was there. */
@ApplicationScoped
public class BatchMetrics {
    private final InstantSource clock;
    private final DistributionSummary size;
    private final DistributionSummary trials;
    private final Timer time;
    private final Timer latency;
    private final Counter poison;

    public BatchMetrics(Merging merging, InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        size = DistributionSummary.builder(merging.metric("batch.records"))
                .description("Records per transaction")
                .register(meters);
        trials = DistributionSummary.builder(merging.metric("batch.trials"))
                .description("Trials assessed per transaction")
                .register(meters);
        time = Timer.builder(merging.metric("batch.time"))
                .description("One transaction: merge, assess, commit")
                .register(meters);
        latency = Timer.builder(merging.metric("event.latency"))
                .description("From the receipt of a fact to the commit of the outcome that holds it")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        poison = Counter.builder(merging.metric("poison"))
                .description("Records set aside because they could not be read")
                .register(meters);
    }

    /** Measures {@code store}, which says how many trials the batch touched. */
    void time(FactBatch batch, int records, IntSupplier store) {
        Instant start = clock.instant();
        int touched = store.getAsInt();
        Instant end = clock.instant();
        time.record(Duration.between(start, end));
        size.record(records);
        trials.record(touched);
        poison.increment(batch.poison().size());
        batch.facts().receivedAt().forEach(received -> latency.record(Duration.between(received, end)));
    }
}

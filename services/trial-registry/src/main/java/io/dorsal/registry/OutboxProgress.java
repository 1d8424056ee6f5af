package io.dorsal.registry;

import io.dorsal.registry.core.OutboxRow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How the emptying of the outbox goes, for metrics, health and the log. Written by one thread, read by many. */
@ApplicationScoped
class OutboxProgress {
    private static final Logger LOG = Logger.getLogger(OutboxProgress.class);

    private final InstantSource clock;
    private final AtomicLong backlog = new AtomicLong();
    private final Timer latency;
    private final Counter failures;
    private volatile @Nullable Instant failingSince;

    OutboxProgress(MeterRegistry metrics, InstantSource clock) {
        this.clock = clock;
        metrics.gauge("dorsal.registry.outbox.backlog", backlog);
        latency = Timer.builder("dorsal.registry.outbox.latency")
                .description("From recording to Kafka's acknowledgement")
                .publishPercentileHistogram()
                .register(metrics);
        failures = Counter.builder("dorsal.registry.outbox.failures")
                .description("Batches that Kafka did not acknowledge as a whole, and lost database connections")
                .register(metrics);
    }

    /** Since when nothing goes through; empty while all is well. */
    Optional<Duration> failingFor() {
        Instant since = failingSince;
        return since == null ? Optional.empty() : Optional.of(Duration.between(since, clock.instant()));
    }

    long backlog() {
        return backlog.get();
    }

    void published(List<OutboxRow> rows, List<Long> settled) {
        Instant now = clock.instant();
        Set<Long> done = new HashSet<>(settled);
        for (OutboxRow row : rows) {
            if (done.contains(row.id())) {
                latency.record(Duration.between(row.message().event().time(), now));
            }
        }
        if (!settled.isEmpty()) {
            recovered();
        }
    }

    void waiting(long rows) {
        backlog.set(rows);
    }

    void idle() {
        backlog.set(0);
        recovered();
    }

    void standingBy() {
        backlog.set(0);
        failingSince = null;
    }

    void failed(Exception e) {
        failures.increment();
        if (failingSince == null) {
            failingSince = clock.instant();
            // The message, not the stack: an outage is no fault of this code, and a driver's message has no payload.
            LOG.warnf("The outbox waits: %s. Writes go on and are published later.", e);
        }
    }

    private void recovered() {
        if (failingSince != null) {
            LOG.infof("The outbox goes on.");
            failingSince = null;
        }
    }
}

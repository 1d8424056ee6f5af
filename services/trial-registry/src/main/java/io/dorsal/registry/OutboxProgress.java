package io.dorsal.registry;

import io.dorsal.registry.core.OutboxRow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
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
    private volatile @Nullable Instant oldest;
    private volatile Instant heardAt;

    OutboxProgress(MeterRegistry metrics, InstantSource clock) {
        this.clock = clock;
        heardAt = clock.instant();
        metrics.gauge("dorsal.registry.outbox.backlog", backlog);
        Gauge.builder(
                        "dorsal.registry.outbox.age",
                        this,
                        progress -> progress.age().toSeconds())
                .baseUnit("seconds")
                .description("Since when the first record of the outbox waits")
                .register(metrics);
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

    /** How long the first row waits; zero when none does. */
    Duration age() {
        Instant since = oldest;
        return since == null ? Duration.ZERO : since(since);
    }

    /** How long the relay has said nothing at all; it does at least as often as it looks without being woken. */
    Duration silentFor() {
        return since(heardAt);
    }

    private Duration since(Instant then) {
        Duration since = Duration.between(then, clock.instant());
        return since.isNegative() ? Duration.ZERO : since;
    }

    long backlog() {
        return backlog.get();
    }

    void published(List<OutboxRow> rows, List<Long> settled) {
        Instant now = clock.instant();
        heardAt = now;
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

    void waiting(long rows, Instant first) {
        heardAt = clock.instant();
        backlog.set(rows);
        oldest = first;
    }

    void idle() {
        none();
        recovered();
    }

    void standingBy() {
        none();
        failingSince = null;
    }

    private void none() {
        heardAt = clock.instant();
        backlog.set(0);
        oldest = null;
    }

    void failed(Exception e) {
        heardAt = clock.instant();
        failures.increment();
        if (failingSince == null) {
            failingSince = clock.instant();
            // Without messages: a driver's may quote a row.
            LOG.warnf("The outbox waits: %s. Writes go on and are published later.", described(e));
        }
    }

    private static String described(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String name = cause.getClass().getName();
        return cause instanceof SQLException sql ? "%s (SQL state %s)".formatted(name, sql.getSQLState()) : name;
    }

    private void recovered() {
        if (failingSince != null) {
            LOG.infof("The outbox goes on.");
            failingSince = null;
        }
    }
}

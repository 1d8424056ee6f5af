package io.dorsal.ingest.metrics;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Outgoing;
import io.dorsal.ingest.core.Tally;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway's counts as Micrometer meters, {@code dorsal_ingest_…}. */
public final class MicrometerTally implements Tally {
    private static final String PREFIX = "dorsal.ingest.";
    private static final String RESULT = "result";
    private static final String ACCEPTED = "accepted";

    private final MeterRegistry registry;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger heldConnections = new AtomicInteger();
    private final Counter eventsAccepted;
    private final Counter payloadsAccepted;
    private final Map<Reason, Counter> eventsRefused = new EnumMap<>(Reason.class);
    private final Map<Reason, Counter> payloadsRefused = new EnumMap<>(Reason.class);
    private final Map<Answer, Timer> answers = new EnumMap<>(Answer.class);

    public MicrometerTally(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge(PREFIX + "connections", connections);
        registry.gauge(PREFIX + "connections.held", heldConnections);
        // All of them now: a map that is never written again can be read by every event loop.
        eventsAccepted = counter("events", RESULT, ACCEPTED);
        payloadsAccepted = counter("payloads", RESULT, ACCEPTED);
        for (Reason reason : Reason.values()) {
            eventsRefused.put(reason, counter("events", RESULT, reason.word()));
            payloadsRefused.put(reason, counter("payloads", RESULT, reason.word()));
        }
        for (Answer answer : Answer.values()) {
            answers.put(answer, timer(answer));
        }
    }

    /** Shows what is in flight; read whenever somebody asks. */
    public void watchInFlight(Supplier<Number> payloads, Supplier<Number> bytes) {
        io.micrometer.core.instrument.Gauge.builder(PREFIX + "in.flight.payloads", payloads)
                .register(registry);
        io.micrometer.core.instrument.Gauge.builder(PREFIX + "in.flight.bytes", bytes)
                .register(registry);
    }

    private Counter counter(String name, String label, String value) {
        return Counter.builder(PREFIX + name).tag(label, value).register(registry);
    }

    private Timer timer(Answer answer) {
        return Timer.builder(PREFIX + "acknowledgement")
                .description("From PUBLISH to its answer")
                .tag(RESULT, answer.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .publishPercentileHistogram()
                .register(registry);
    }

    @Override
    public void connectionOpened() {
        connections.incrementAndGet();
    }

    @Override
    public void connectionClosed() {
        connections.decrementAndGet();
    }

    @Override
    public void connectionRefused(Reason reason) {
        counter("connections.refused", "reason", reason.word()).increment();
    }

    @Override
    public void payloadTaken(List<Outgoing> records, @Nullable Reason refusal) {
        (refusal == null ? payloadsAccepted : refused(payloadsRefused, refusal)).increment();
        for (Outgoing outgoing : records) {
            Malformed why = outgoing.refusal();
            (why == null ? eventsAccepted : refused(eventsRefused, why.reason())).increment();
        }
    }

    private static Counter refused(Map<Reason, Counter> counters, Reason reason) {
        return java.util.Objects.requireNonNull(counters.get(reason));
    }

    @Override
    public void payloadAnswered(Answer answer, long nanos) {
        java.util.Objects.requireNonNull(answers.get(answer)).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void storeFailed(String error) {
        counter("kafka.errors", "error", error).increment();
    }

    @Override
    public void held(boolean held) {
        heldConnections.addAndGet(held ? 1 : -1);
    }
}

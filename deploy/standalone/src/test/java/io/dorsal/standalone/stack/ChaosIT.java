package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.embedded.Signal;
import io.dorsal.standalone.bench.BenchStack;
import io.dorsal.standalone.simulate.Simulation;
import io.dorsal.standalone.simulate.core.Cohort;
import io.dorsal.standalone.simulate.core.TimeLapse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Kafka killed, Kafka hung, PostgreSQL killed, each while 50 stimulators are sending: afterwards every acknowledged event
 * is counted exactly once, and nobody had to restart anything by hand.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ChaosIT {
    private static final int DEVICES = 50;

    /** A day in two minutes: the shortest trial goes on for twelve, longer than this test may take. */
    private static final double SPEED = 720;

    private static final long GATEWAY_BYTES_MAX = 700L << 20;
    private static final Duration RECOVERY_MAX = Duration.ofSeconds(90);
    private static final Duration HUNG = Duration.ofSeconds(60);

    /** A stimulator waits for an answer under way for up to 130 s before it sees that it is to stop. */
    private static final Duration ENDED_MAX = Duration.ofSeconds(160);

    private static final List<String> NOT_KILLED = List.of(
            "device-ingest",
            "trial-registry",
            "responder-service",
            "opioid-service",
            "coverage-service",
            "dashboard",
            "front-door");

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final BenchStack stack = SHARED.running();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Simulation simulation = simulation();
    private final MemoryWatch gatewayMemory = MemoryWatch.of(pid("device-ingest"));

    @Test
    void everyAcknowledgedEventIsCountedExactlyOnce() throws Exception {
        Map<String, Long> before = pids();
        Thread play = Thread.ofPlatform().name("simulation").start(this::play);
        await().atMost(RECOVERY_MAX).until(() -> simulation.caughtUp() == DEVICES);
        awaitMoreEvents();

        killed("kafka");
        awaitMoreEvents();
        hung("kafka");
        awaitMoreEvents();
        killed("postgres");
        awaitMoreEvents();

        stop.set(true);
        play.join(ENDED_MAX);
        assertThat(play.isAlive()).as("the simulation ends when it is told to").isFalse();
        assertThat(simulation.failures()).isEmpty();
        assertThat(simulation.reportsRefused()).isZero();
        assertThat(simulation.differences(stack.frontDoor(), RECOVERY_MAX)).isEmpty();
        await().atMost(RECOVERY_MAX)
                .ignoreExceptions()
                .until(() -> new Api(stack.frontDoor()).status("/q/health") == 200);
        assertThat(pids()).as("no other part was restarted").isEqualTo(before);
        assertThat(gatewayMemory.highestBytes()).isBetween(1L, GATEWAY_BYTES_MAX);
        System.out.printf(
                "ChaosIT: %,d events acknowledged, %,d attempts repeated, gateway at most %d MiB%n",
                simulation.tally().events(), simulation.repeats(), gatewayMemory.highestBytes() >> 20);
    }

    private Simulation simulation() {
        return new Simulation(
                new Cohort(50, 1, lastDate(), 0).plans(DEVICES),
                stack.frontDoor(),
                stack.ports().mqtt(),
                InstantSource.system(),
                stop::get);
    }

    private void play() {
        Instant historyUntil =
                lastDate().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        try {
            simulation.play(historyUntil, new TimeLapse(historyUntil, Instant.now(), SPEED));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Room for the minutes of this test at that speed. */
    private static LocalDate lastDate() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(14);
    }

    private void awaitMoreEvents() {
        long enough = simulation.tally().events() + 10L * DEVICES;
        await().atMost(RECOVERY_MAX).until(() -> simulation.tally().events() > enough);
    }

    private void killed(String part) throws IOException {
        long pid = pid(part);
        stack.process(part).orElseThrow().destroyForcibly();
        await().atMost(RECOVERY_MAX)
                .until(() ->
                        stack.process(part).map(other -> other.pid() != pid).orElse(false));
    }

    private void hung(String part) {
        long pid = pid(part);
        Signal.STOP.send(pid);
        try {
            await().during(HUNG).atMost(HUNG.plusSeconds(10)).until(() -> true);
        } finally {
            Signal.CONT.send(pid);
        }
    }

    private Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        NOT_KILLED.forEach(part -> pids.put(part, pid(part)));
        return pids;
    }

    private long pid(String part) {
        try {
            return stack.process(part).map(ProcessHandle::pid).orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

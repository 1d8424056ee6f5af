package io.dorsal.standalone.bench;

import io.dorsal.standalone.simulate.Simulation;
import io.dorsal.standalone.simulate.core.Cohort;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.Ledgers;
import io.dorsal.standalone.simulate.http.Registry;
import io.dorsal.standalone.simulate.retry.Patience;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dorsal bench latency}: from the acknowledgement of an event to the status that holds it. */
@Command(
        name = "latency",
        description = "Event acknowledged to status visible on the API, at a fixed rate of other events.",
        mixinStandardHelpOptions = true)
final class LatencyBench implements Callable<Integer> {
    private static final int HISTORY_DAYS = 4;

    /** The compilers of the services are done then. */
    private static final int WARM_UP_SECONDS = 20;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "a running stack's front door (else one in a temporary folder)")
    private @Nullable Integer port;

    @Option(names = "--devices", paramLabel = "N", description = "that carry the load (default: ${DEFAULT-VALUE})")
    private int devices = 50;

    @Option(names = "--rate", paramLabel = "N", description = "events per second (default: ${DEFAULT-VALUE})")
    private int perSecond = 500;

    @Option(names = "--probes", paramLabel = "N", description = "trials that are watched (default: ${DEFAULT-VALUE})")
    private int probeCount = 2;

    @Option(names = "--seconds", paramLabel = "N", description = "how long (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(Machine.line());
        try (BenchStack stack = port == null ? BenchStack.temporary(Set.of()) : BenchStack.running(port);
                EventLoop loop = new EventLoop()) {
            List<TrialPlan> trials = trialsWithHistory(stack);
            measure(stack, loop, trials);
        }
        return 0;
    }

    /** Trials of some days, so that a status costs what it costs in life. */
    private List<TrialPlan> trialsWithHistory(BenchStack stack) throws InterruptedException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        long seed = Instant.now().getEpochSecond();
        List<TrialPlan> plans = new Cohort(seed, HISTORY_DAYS, today, 0).plans(devices + probeCount);
        System.out.printf(Locale.ROOT, "writing %d trials of %d days …%n", plans.size(), HISTORY_DAYS);
        Simulation history =
                new Simulation(plans, stack.frontDoor(), stack.ports().mqtt(), InstantSource.system(), () -> false);
        history.play(Instant.now(), null);
        if (!history.failures().isEmpty()) {
            throw new IllegalStateException("expected to write trials, got " + history.failures());
        }
        return plans;
    }

    private void measure(BenchStack stack, EventLoop loop, List<TrialPlan> trials)
            throws IOException, InterruptedException {
        FrontDoor door = new FrontDoor(stack.frontDoor(), new Patience(() -> false));
        List<LoadDevice> known = LoadDevices.throughRegistry(
                new Registry(door),
                trials.stream().map(plan -> plan.course().device()).toList());
        ConcurrentLinkedQueue<Throwable> lost = new ConcurrentLinkedQueue<>();
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ScheduledLoad load =
                new ScheduledLoad(loop, known.subList(0, devices), EventTemplate.usage(1, at), perSecond, lost::add);
        List<VisibilityProbe> probes = new ArrayList<>();
        for (int i = devices; i < trials.size(); i++) {
            probes.add(new VisibilityProbe(
                    loop,
                    known.get(i),
                    trials.get(i).course().trial(),
                    EventTemplate.pain(at),
                    new Ledgers(door),
                    lost::add));
        }
        loop.open(
                Stream.concat(load.connections().stream(), probes.stream().map(VisibilityProbe::connection))
                        .toList(),
                stack.ports().mqtt());
        load.start();
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        load.forget();
        List<String> failures = watch(probes);
        load.stop();
        report(load, probes);
        lost.forEach(one -> System.out.printf(Locale.ROOT, "  a connection ended: %s%n", one.getMessage()));
        if (!lost.isEmpty() || !failures.isEmpty()) {
            throw new IllegalStateException("the run was disturbed: " + failures);
        }
    }

    private List<String> watch(List<VisibilityProbe> probes) throws InterruptedException {
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> threads = new ArrayList<>();
        for (VisibilityProbe probe : probes) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    probe.run(end);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    failures.add(String.valueOf(e.getMessage()));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(failures);
    }

    private void report(ScheduledLoad load, List<VisibilityProbe> probes) {
        Histogram visible =
                Latencies.sum(probes.stream().map(VisibilityProbe::visibleNanos).toList());
        Histogram poll =
                Latencies.sum(probes.stream().map(VisibilityProbe::pollNanos).toList());
        System.out.printf(
                Locale.ROOT,
                "method: %d devices send %d usage events/s on a fixed schedule; %d further trials are probed: a press of"
                        + " the pain button, then GET /api/responders/{trial} until its ledger holds the press%n",
                devices,
                perSecond,
                probes.size());
        System.out.printf(
                Locale.ROOT, "  sent %,d, acknowledged %,d in %d s%n", load.sent(), load.acknowledged(), seconds);
        Latencies.print("due → acknowledged", load.latencyNanos());
        Latencies.print("acknowledged → visible", visible);
        Latencies.print("one question (resolution)", poll);
    }
}

package io.dorsal.standalone.bench;

import io.dorsal.standalone.bench.AgreementProbe.Times;
import io.dorsal.standalone.demo.Demo;
import io.dorsal.standalone.simulate.Simulation;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.Registry;
import io.dorsal.standalone.simulate.retry.Patience;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dorsal bench correction}: from the answer to a late correction until all that follows from it agrees. */
@Command(
        name = "correction",
        description = "A late correction answered, to responders, opioids and coverage that agree on it.",
        mixinStandardHelpOptions = true)
final class CorrectionBench implements Callable<Integer> {
    /** Of each kind: the compilers of the services are done then. */
    private static final int WARM_UP = 20;

    private static final int PAUSE_MILLIS_MAX = 200;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "a running stack's front door (else one in a temporary folder)")
    private @Nullable Integer port;

    @Option(names = "--corrections", paramLabel = "N", description = "of each kind (default: ${DEFAULT-VALUE})")
    private int corrections = 100;

    /** What was measured of one kind of correction. */
    private record Measured(Histogram responder, Histogram opioid, Histogram agreed, Histogram published) {
        static Measured none() {
            return new Measured(Latencies.none(), Latencies.none(), Latencies.none(), Latencies.none());
        }

        void add(Times times) {
            Latencies.record(responder, times.responder());
            Latencies.record(opioid, times.opioid());
            Latencies.record(agreed, times.agreed());
            Latencies.record(published, times.published());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        System.out.println(Machine.line());
        try (BenchStack stack = port == null ? BenchStack.temporary(Set.of()) : BenchStack.running(port);
                PublishedOutcomes published = new PublishedOutcomes(stack.bootstrapServers())) {
            FrontDoor door = new FrontDoor(stack.frontDoor(), new Patience(() -> false));
            Registry registry = new Registry(door);
            List<CorrectableTrial> trials = trials(stack, registry);
            try (AgreementProbe probe = new AgreementProbe(door, published)) {
                for (CorrectableTrial trial : trials) {
                    probe.awaitAgreement(trial);
                }
                report(trials.size(), measure(trials, registry, probe));
            }
        }
        return 0;
    }

    /** Those of the demo clinic, its history played unless this stack has it. */
    private static List<CorrectableTrial> trials(BenchStack stack, Registry registry) throws InterruptedException {
        List<TrialPlan> plans = Demo.plans(stack.frontDoor(), () -> false);
        Instant now = Instant.now();
        if (!registry.exists(plans.getFirst().course().trial())) {
            System.out.printf(Locale.ROOT, "writing the %d trials of the demo …%n", plans.size());
            Simulation history =
                    new Simulation(plans, stack.frontDoor(), stack.ports().mqtt(), InstantSource.system(), () -> false);
            history.play(now, null);
            if (!history.failures().isEmpty()) {
                throw new IllegalStateException("expected to write trials, got " + history.failures());
            }
        }
        return plans.stream()
                .map(plan -> CorrectableTrial.of(plan, now))
                .flatMap(Optional::stream)
                .toList();
    }

    private Map<Correction, Measured> measure(List<CorrectableTrial> trials, Registry registry, AgreementProbe probe)
            throws InterruptedException, ExecutionException {
        Map<Correction, Measured> measured = new EnumMap<>(Correction.class);
        // Further than those of a run before.
        long number = trials.stream()
                .flatMap(trial -> Stream.of(trial.pain(), trial.intake()))
                .mapToLong(registry::revision)
                .max()
                .orElse(1);
        for (int i = 0; i < WARM_UP + corrections; i++) {
            CorrectableTrial trial = trials.get(i % trials.size());
            for (Correction correction : Correction.values()) {
                long next = ++number;
                Times times = probe.after(() -> correction.send(registry, trial, next), trial);
                if (i >= WARM_UP) {
                    measured.computeIfAbsent(correction, kind -> Measured.none())
                            .add(times);
                }
                // At random times, so that it keeps no step with the platform's own rhythm.
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS_MAX));
            }
        }
        return measured;
    }

    private void report(int trials, Map<Correction, Measured> measured) {
        System.out.printf(
                Locale.ROOT,
                "method: %d corrections of each kind, one at a time, over %d trials of the demo; from the registry's"
                        + " answer until the API's outcomes name one new digest of what was stated, asked every %d ms,"
                        + " and until the last record about it is with a subscriber%n",
                corrections,
                trials,
                AgreementProbe.POLL_PAUSE_MILLIS);
        measured.forEach((correction, times) -> {
            Latencies.print(correction.word() + " → responders", times.responder());
            Latencies.print(correction.word() + " → opioids", times.opioid());
            Latencies.print(correction.word() + " → all three agree", times.agreed());
            Latencies.print(correction.word() + " → published", times.published());
        });
        Latencies.print(
                "all → all three agree",
                Latencies.sum(measured.values().stream().map(Measured::agreed).toList()));
        Latencies.print(
                "all → published",
                Latencies.sum(
                        measured.values().stream().map(Measured::published).toList()));
    }
}

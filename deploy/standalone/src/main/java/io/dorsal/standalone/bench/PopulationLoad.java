package io.dorsal.standalone.bench;

import io.dorsal.model.decision.ClinicianDecision.OnScreen;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.standalone.demo.Population;
import io.dorsal.standalone.simulate.Simulation;
import io.dorsal.standalone.simulate.core.Delivery.ClinicianDecided;
import io.dorsal.standalone.simulate.core.StatedSoFar;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.http.Decisions;
import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.Registry;
import io.dorsal.standalone.simulate.retry.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Writes a population over the public paths and waits until every service has caught up. One trial in a hundred is played
 * in full, with all that its stimulator sent; of the others the last document and all reports are written at once.
 */
final class PopulationLoad {
    private static final int PLAYED_EVERY = 100;
    private static final int AT_ONCE = 16;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    /** The services look at what waits every five seconds. */
    private static final int EMPTY_LOOKS = 3;

    private static final String NO_DIGEST = "0".repeat(64);

    private final BenchStack stack;
    private final FrontDoor door;
    private final Registry registry;
    private final Decisions decisions;
    private final Instant now = Instant.now();
    private final long begun = System.nanoTime();
    private final LongAdder trials = new LongAdder();
    private final LongAdder reports = new LongAdder();
    private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    PopulationLoad(BenchStack stack, FrontDoor door) {
        this.stack = stack;
        this.door = door;
        this.registry = new Registry(door);
        this.decisions = new Decisions(door, new Patience(() -> false));
    }

    void write(Population population, int count) throws InterruptedException {
        Thread teller = Thread.ofVirtual().start(this::tell);
        play(IntStream.rangeClosed(1, count)
                .filter(PopulationLoad::isPlayed)
                .mapToObj(population::plan)
                .toList());
        state(population, count);
        teller.interrupt();
        teller.join();
        say("all %,d trials and %,d reports are written, beside those of the played ones"
                .formatted(count, reports.sum()));
        awaitCaughtUp();
        say("all services have caught up: %.0f trials/s".formatted(count / seconds()));
    }

    private static boolean isPlayed(int number) {
        return number % PLAYED_EVERY == 0;
    }

    private void play(List<TrialPlan> plans) throws InterruptedException {
        Simulation played =
                new Simulation(plans, stack.frontDoor(), stack.ports().mqtt(), InstantSource.system(), () -> false);
        played.play(now, null);
        if (!played.failures().isEmpty()) {
            throw new IllegalStateException("expected to play trials, got " + played.failures());
        }
        trials.add(plans.size());
        say("%,d trials are played, with %,d device events"
                .formatted(plans.size(), played.tally().events()));
    }

    private void state(Population population, int count) throws InterruptedException {
        Semaphore slots = new Semaphore(AT_ONCE);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 1; number <= count && failures.isEmpty(); number++) {
                if (!isPlayed(number)) {
                    slots.acquire();
                    int next = number;
                    writers.execute(() -> {
                        try {
                            state(StatedSoFar.of(population.plan(next), now));
                        } catch (RuntimeException e) {
                            failures.add(e);
                        } finally {
                            slots.release();
                        }
                    });
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.element();
        }
    }

    private void state(StatedSoFar stated) {
        Trial document = Objects.requireNonNull(stated.document(), "each trial of a population has one");
        registry.create(document);
        List<PatientReport> filed = stated.reports();
        if (!filed.isEmpty() && registry.file(document.trial(), filed) > 0) {
            throw new IllegalStateException("expected the registry to take the reports of " + document.trial());
        }
        stated.answered().forEach(answered -> decisions.answer(answered.answer()));
        stated.decided().forEach(decided -> decisions.sign(decided, screen(document, decided)));
        reports.add(filed.size());
        trials.increment();
    }

    /** Nobody looked: to ask the platform for the screen of each would measure that. */
    private static OnScreen screen(Trial document, ClinicianDecided decided) {
        String policy = document.coverage().policy();
        return new OnScreen(policy, null, decided.due(), policy == null ? null : NO_DIGEST, NO_DIGEST, NO_DIGEST);
    }

    private void awaitCaughtUp() throws InterruptedException {
        int empty = 0;
        while (empty < EMPTY_LOOKS) {
            TimeUnit.SECONDS.sleep(5);
            Backlogs backlogs = Backlogs.of(door);
            empty = backlogs.isEmpty() ? empty + 1 : 0;
            say("waiting: " + backlogs);
        }
    }

    private void tell() {
        try {
            while (true) {
                Thread.sleep(TOLD_EVERY);
                say("%,d trials, %,d reports; waiting: %s".formatted(trials.sum(), reports.sum(), Backlogs.of(door)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void say(String what) {
        System.out.printf(Locale.ROOT, "%6.0f s  %s%n", seconds(), what);
    }
}

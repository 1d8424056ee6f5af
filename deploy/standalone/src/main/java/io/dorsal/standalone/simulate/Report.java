package io.dorsal.standalone.simulate;

import io.dorsal.model.SequenceRanges;
import io.dorsal.standalone.simulate.core.Tally;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What a simulation tells the person in front of it: progress, and in the end what was sent. */
final class Report {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int BOOTS_SHOWN_MAX = 2_000;

    private final PrintWriter out;
    private final Simulation simulation;
    private final int trials;
    private final Thread ticker;
    private final long startedNanos = System.nanoTime();
    private long repeatsShown;

    Report(PrintWriter out, Simulation simulation, int trials) {
        this.out = out;
        this.simulation = simulation;
        this.trials = trials;
        this.ticker = Thread.ofVirtual().unstarted(this::tick);
    }

    void start() {
        ticker.start();
    }

    void finish() throws InterruptedException {
        ticker.interrupt();
        ticker.join();
        progress();
        printBoots();
        if (simulation.reportsRefused() > 0) {
            line("%,d reports were refused".formatted(simulation.reportsRefused()));
        }
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                progress();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void progress() {
        long seconds = Duration.ofNanos(System.nanoTime() - startedNanos).toSeconds();
        long repeats = simulation.repeats();
        String why = repeats > repeatsShown ? ", the last because: " + simulation.lastFailure() : "";
        repeatsShown = repeats;
        line(String.format(
                Locale.ROOT,
                "%4d s  history of %,d of %,d trials, %,d events acknowledged, %,d attempts repeated%s",
                seconds,
                simulation.caughtUp(),
                trials,
                simulation.tally().events(),
                repeats,
                why));
    }

    private void printBoots() {
        Map<Tally.Boot, SequenceRanges> boots = simulation.tally().boots();
        line(String.format(Locale.ROOT, "%-34s %4s %9s %9s  %s", "device", "boot", "events", "highest", "missing"));
        boots.entrySet().stream().limit(BOOTS_SHOWN_MAX).forEach(entry -> {
            SequenceRanges sent = entry.getValue();
            line(String.format(
                    Locale.ROOT,
                    "%-34s %4d %9d %9d  %d",
                    entry.getKey().device(),
                    entry.getKey().boot(),
                    sent.size(),
                    sent.highest(),
                    sent.highest() + 1 - sent.size()));
        });
        if (boots.size() > BOOTS_SHOWN_MAX) {
            line("… and %,d more".formatted(boots.size() - BOOTS_SHOWN_MAX));
        }
    }
}

package io.dorsal.standalone.simulate;

import io.dorsal.model.TrialId;
import io.dorsal.standalone.simulate.core.Tally;
import io.dorsal.standalone.simulate.core.TimeLapse;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.retry.Patience.Stopped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Many trials at once, each on a thread of its own: first what lies behind, a bounded number at a time, then live. */
public final class Simulation {
    private static final System.Logger LOG = System.getLogger(Simulation.class.getName());
    private static final int CATCHING_UP_MAX = 32;

    private final List<TrialPlan> plans;
    private final Outside outside;
    private final InstantSource clock;
    private final Semaphore catchingUp = new Semaphore(CATCHING_UP_MAX);
    private final AtomicInteger caughtUp = new AtomicInteger();
    private final Map<TrialId, Boolean> assigned = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    public Simulation(List<TrialPlan> plans, URI frontDoor, int mqttPort, InstantSource clock, BooleanSupplier stop) {
        this.plans = plans;
        this.outside = Outside.at(frontDoor, mqttPort, stop);
        this.clock = clock;
    }

    /**
     * Plays and returns when every trial is over or the play was stopped.
     *
     * @param live null to play history only
     */
    public void play(Instant historyUntil, @Nullable TimeLapse live) throws InterruptedException {
        List<Thread> players = new ArrayList<>(plans.size());
        for (TrialPlan plan : plans) {
            String name = "trial-" + plan.course().trial();
            players.add(Thread.ofVirtual().name(name).start(() -> play(plan, historyUntil, live)));
        }
        for (Thread player : players) {
            player.join();
        }
    }

    private void play(TrialPlan plan, Instant historyUntil, @Nullable TimeLapse live) {
        TrialPlayer player = null;
        try {
            player = catchUp(plan, historyUntil);
            if (live != null) {
                player.playLive(live, clock);
            }
        } catch (Stopped e) {
            // Asked for; what was acknowledged is in the tally.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            String failure = plan.course().trial() + ": " + e.getMessage();
            failures.add(failure);
            LOG.log(System.Logger.Level.WARNING, failure);
        } finally {
            if (player != null) {
                assigned.put(plan.course().trial(), player.isDeviceAssigned());
                player.close();
            }
        }
    }

    private TrialPlayer catchUp(TrialPlan plan, Instant historyUntil) throws InterruptedException {
        catchingUp.acquire();
        try {
            TrialPlayer player = new TrialPlayer(plan, outside);
            player.playUntil(historyUntil);
            assigned.put(plan.course().trial(), player.isDeviceAssigned());
            caughtUp.incrementAndGet();
            return player;
        } finally {
            catchingUp.release();
        }
    }

    /** How many trials have nothing left that lies behind. */
    public int caughtUp() {
        return caughtUp.get();
    }

    public Tally tally() {
        return outside.tally();
    }

    public long reportsRefused() {
        return outside.reportsRefused().sum();
    }

    public long repeats() {
        return outside.patience().repeats();
    }

    /** Why something was repeated, the last time; empty when nothing was. */
    public String lastFailure() {
        return outside.patience().lastFailure();
    }

    /** What went wrong for good, one sentence per trial. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Compares the platform's ledgers with the tally until they agree or the time is up; empty when they agree. */
    public List<String> differences(URI frontDoor, Duration timeMax) {
        List<TrialPlan> visible = plans.stream()
                .filter(plan -> assigned.getOrDefault(plan.course().trial(), false))
                .toList();
        return new LedgerCheck(frontDoor, visible, tally(), clock).differences(timeMax);
    }
}

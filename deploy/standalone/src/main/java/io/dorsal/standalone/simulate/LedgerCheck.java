package io.dorsal.standalone.simulate;

import io.dorsal.model.DeviceId;
import io.dorsal.model.SequenceRanges;
import io.dorsal.model.TrialId;
import io.dorsal.standalone.simulate.core.Tally;
import io.dorsal.standalone.simulate.core.TrialCourse;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.Ledgers;
import io.dorsal.standalone.simulate.http.Ledgers.Line;
import io.dorsal.standalone.simulate.retry.Patience;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether every acknowledged event was counted, exactly once: the tally against the platform's ledgers. */
final class LedgerCheck {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MISSING_SHOWN_MAX = 100;

    private final List<TrialPlan> plans;
    private final Map<Tally.Boot, SequenceRanges> tally;
    private final InstantSource clock;
    private final URI frontDoor;

    LedgerCheck(URI frontDoor, List<TrialPlan> plans, Tally tally, InstantSource clock) {
        this.frontDoor = frontDoor;
        this.plans = plans;
        this.tally = tally.boots();
        this.clock = clock;
    }

    /** What still differs when the platform has had {@code timeMax} to catch up. */
    List<String> differences(Duration timeMax) {
        Instant end = clock.instant().plus(timeMax);
        Patience patience = new Patience(() -> clock.instant().isAfter(end));
        Ledgers ledgers = new Ledgers(new FrontDoor(frontDoor, patience));
        List<TrialPlan> open = plans;
        List<String> differences = new ArrayList<>();
        do {
            differences.clear();
            List<TrialPlan> differing = new ArrayList<>();
            for (TrialPlan plan : open) {
                List<String> found = compare(plan, ledgers);
                differences.addAll(found);
                if (!found.isEmpty()) {
                    differing.add(plan);
                }
            }
            open = differing;
            if (!open.isEmpty()) {
                patience.pause(PAUSE);
            }
        } while (!open.isEmpty() && clock.instant().isBefore(end));
        return differences;
    }

    /** Whether the trial's ledger has what the tally has, and nothing else. */
    static boolean agrees(TrialPlan plan, Tally tally, Ledgers ledgers) {
        TrialCourse course = plan.course();
        return differences(course.device(), tally.boots(), ledgers.of(course.trial()))
                .isEmpty();
    }

    private List<String> compare(TrialPlan plan, Ledgers ledgers) {
        TrialId trial = plan.course().trial();
        DeviceId device = plan.course().device();
        try {
            return differences(device, tally, ledgers.of(trial));
        } catch (Patience.Stopped e) {
            return List.of("%s: the platform did not answer in time".formatted(trial));
        }
    }

    private static List<String> differences(
            DeviceId device, Map<Tally.Boot, SequenceRanges> tally, Map<Tally.Boot, Line> ledger) {
        List<String> found = new ArrayList<>();
        tally.forEach((boot, acknowledged) -> {
            if (boot.device().equals(device)) {
                Line expected = line(acknowledged);
                Line actual = ledger.get(boot);
                if (!expected.equals(actual)) {
                    found.add("%s boot %d: acknowledged %s, the ledger has %s"
                            .formatted(device, boot.boot(), text(expected), text(actual)));
                }
            }
        });
        ledger.keySet().stream()
                .filter(boot -> boot.device().equals(device) && !tally.containsKey(boot))
                .forEach(boot -> found.add("%s boot %d: never sent".formatted(device, boot.boot())));
        return found;
    }

    private static Line line(SequenceRanges acknowledged) {
        List<String> missing = acknowledged.missing().stream()
                .limit(MISSING_SHOWN_MAX)
                .map(SequenceRanges.Range::toString)
                .toList();
        return new Line(acknowledged.highest(), acknowledged.size(), missing);
    }

    private static String text(@Nullable Line line) {
        return line == null
                ? "nothing"
                : "%d events, highest %d, missing %s".formatted(line.received(), line.highest(), line.missing());
    }
}

package io.dorsal.responder.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Which samples of a boot's clock were sent live. That is not on the wire, so it is inferred: sent live, a clock ticks
 * at the rate of the gateway's; replayed, far faster.
 *
 * <p>Of the events received within one minute only the last counts, since it waited least. Two samples tick alike if
 * they were received at least a minute apart and lag as much, to a minute; each is compared with the nearest that is
 * far enough away, before and after. A replay that comes in two pieces can look like two such samples, so that live are
 * only those in a run of at least three.
 */
final class LiveSamples {
    private static final int SECONDS_PER_MINUTE = 60;

    private final List<ClockSample> byReceipt;
    private final Rules.Clock rules;

    private LiveSamples(List<ClockSample> byReceipt, Rules.Clock rules) {
        this.byReceipt = byReceipt;
        this.rules = rules;
    }

    /** Receive minus device time of each live sample, in order of receipt. */
    static List<Duration> lags(List<ClockSample> samples, Rules.Clock rules) {
        return new LiveSamples(lastOfEachMinuteReceived(samples), rules).lags();
    }

    private static List<ClockSample> lastOfEachMinuteReceived(List<ClockSample> samples) {
        Map<Long, ClockSample> last = new TreeMap<>();
        samples.forEach(sample -> last.merge(
                Math.floorDiv(sample.receivedAt().getEpochSecond(), SECONDS_PER_MINUTE),
                sample,
                BinaryOperator.maxBy(Comparator.comparingLong(ClockSample::seq).thenComparing(ClockSample::at))));
        return List.copyOf(last.values());
    }

    private List<Duration> lags() {
        int[] upTo = runsUpToEach();
        int[] from = runsFromEach();
        List<Duration> lags = new ArrayList<>();
        for (int i = 0; i < byReceipt.size(); i++) {
            // The sample itself is in both.
            if (upTo[i] + from[i] - 1 >= rules.liveRunMin()) {
                lags.add(byReceipt.get(i).lag());
            }
        }
        return lags;
    }

    private int[] runsUpToEach() {
        int[] runs = new int[byReceipt.size()];
        int before = -1;
        for (int i = 0; i < runs.length; i++) {
            while (areApart(before + 1, i)) {
                before++;
            }
            runs[i] = before >= 0 && lagAlike(before, i) ? runs[before] + 1 : 1;
        }
        return runs;
    }

    private int[] runsFromEach() {
        int[] runs = new int[byReceipt.size()];
        int after = runs.length;
        for (int i = runs.length - 1; i >= 0; i--) {
            while (areApart(i, after - 1)) {
                after--;
            }
            runs[i] = after < runs.length && lagAlike(i, after) ? runs[after] + 1 : 1;
        }
        return runs;
    }

    private boolean areApart(int earlier, int later) {
        Duration apart = Duration.between(
                byReceipt.get(earlier).receivedAt(), byReceipt.get(later).receivedAt());
        return apart.compareTo(rules.liveApartMin()) >= 0;
    }

    private boolean lagAlike(int one, int other) {
        Duration drift = byReceipt.get(one).lag().minus(byReceipt.get(other).lag());
        return drift.abs().compareTo(rules.liveDriftMax()) <= 0;
    }
}

package io.dorsal.responder.core;

import io.dorsal.model.outcome.ClockTrust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a boot's clock stands to the gateway's.
 *
 * <p>Which events were sent live is not on the wire, so it is inferred: a clock ticks at the same rate as the gateway's
 * while sending live, and far faster in a replay. Of the events received within one minute only the last counts, since
 * it waited least. A sample is live if a neighbour in order of receipt lies at least a minute away and lags as much, to
 * a minute. The offset is the median lag of live samples. It is shown and never applied silently.
 *
 * @param offsetMillis receive minus device time; null when no sample is live
 */
record DeviceClock(@Nullable Long offsetMillis, int liveSamples, ClockTrust trust) {
    private static final int SECONDS_PER_MINUTE = 60;

    static DeviceClock of(List<ClockSample> samples, Rules.Clock rules) {
        List<Duration> liveLags = liveLags(lastOfEachMinuteReceived(samples), rules);
        Duration offset = liveLags.isEmpty() ? null : median(liveLags);
        boolean ahead = samples.stream()
                .anyMatch(sample -> lag(sample).compareTo(rules.trustedMax().negated()) < 0);
        boolean far = offset != null && offset.abs().compareTo(rules.trustedMax()) > 0;
        if (ahead || far) {
            return new DeviceClock(millis(offset), liveLags.size(), ClockTrust.UNTRUSTED);
        }
        // A boot that was replayed as a whole is believed: nothing speaks against it.
        ClockTrust trust = offset == null ? ClockTrust.OFFSET_UNKNOWN : ClockTrust.TRUSTED;
        return new DeviceClock(millis(offset), liveLags.size(), trust);
    }

    boolean isUntrusted() {
        return trust == ClockTrust.UNTRUSTED;
    }

    private static List<ClockSample> lastOfEachMinuteReceived(List<ClockSample> samples) {
        Map<Long, ClockSample> last = new TreeMap<>();
        samples.forEach(sample -> last.merge(
                Math.floorDiv(sample.receivedAt().getEpochSecond(), SECONDS_PER_MINUTE),
                sample,
                BinaryOperator.maxBy(Comparator.comparingLong(ClockSample::seq).thenComparing(ClockSample::at))));
        return List.copyOf(last.values());
    }

    private static List<Duration> liveLags(List<ClockSample> byReceipt, Rules.Clock rules) {
        List<Duration> lags = new ArrayList<>();
        for (int i = 0; i < byReceipt.size(); i++) {
            ClockSample sample = byReceipt.get(i);
            boolean likeEarlier = i > 0 && tickAlike(byReceipt.get(i - 1), sample, rules);
            boolean likeLater = i + 1 < byReceipt.size() && tickAlike(sample, byReceipt.get(i + 1), rules);
            if (likeEarlier || likeLater) {
                lags.add(lag(sample));
            }
        }
        return lags;
    }

    private static boolean tickAlike(ClockSample earlier, ClockSample later, Rules.Clock rules) {
        Duration apart = Duration.between(earlier.receivedAt(), later.receivedAt());
        Duration drift = lag(later).minus(lag(earlier)).abs();
        return apart.compareTo(rules.liveApartMin()) >= 0 && drift.compareTo(rules.liveDriftMax()) <= 0;
    }

    private static Duration lag(ClockSample sample) {
        return Duration.between(sample.at(), sample.receivedAt());
    }

    /** Of an even number the mean of the middle two. */
    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        int half = sorted.size() / 2;
        Duration upper = sorted.get(half);
        return sorted.size() % 2 == 1 ? upper : upper.plus(sorted.get(half - 1)).dividedBy(2);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }
}

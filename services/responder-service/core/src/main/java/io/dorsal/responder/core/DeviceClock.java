package io.dorsal.responder.core;

import io.dorsal.model.outcome.ClockTrust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a boot's clock stands to the gateway's, told by all that was received of the boot: an estimate, not a fact of
 * the patient's, so that it is the same at any as-of instant.
 *
 * @param offsetMillis receive minus device time, the median of the live samples; null when none is live
 */
record DeviceClock(@Nullable Long offsetMillis, int liveSamples, ClockTrust trust, Rules.Clock rules) {

    static DeviceClock of(List<ClockSample> samples, Rules.Clock rules) {
        List<Duration> liveLags = LiveSamples.lags(samples, rules);
        if (liveLags.isEmpty()) {
            return new DeviceClock(null, 0, trustWithoutLive(samples, rules), rules);
        }
        Duration offset = median(liveLags);
        boolean far = offset.abs().compareTo(rules.trustedMax()) > 0;
        ClockTrust trust = far ? ClockTrust.UNTRUSTED : ClockTrust.TRUSTED;
        return new DeviceClock(offset.toMillis(), liveLags.size(), trust, rules);
    }

    /** A boot that was replayed as a whole is believed, unless its times cannot be right. */
    private static ClockTrust trustWithoutLive(List<ClockSample> samples, Rules.Clock rules) {
        boolean ahead = samples.stream().anyMatch(sample -> isAhead(sample.lag(), rules));
        // All of them: a clock that began in 1970 and was then set is only wrong at first.
        boolean late = !samples.isEmpty() && samples.stream().allMatch(sample -> isHeldTooLong(sample.lag(), rules));
        return ahead || late ? ClockTrust.UNTRUSTED : ClockTrust.OFFSET_UNKNOWN;
    }

    private static boolean isAhead(Duration lag, Rules.Clock rules) {
        return lag.compareTo(rules.trustedMax().negated()) < 0;
    }

    private static boolean isHeldTooLong(Duration lag, Rules.Clock rules) {
        return lag.compareTo(rules.heldMax()) > 0;
    }

    boolean isUntrusted() {
        return trust == ClockTrust.UNTRUSTED;
    }

    /** What is added to device time; nothing where the offset is unknown, or so small that it is transit. */
    Duration correction() {
        if (offsetMillis == null || isUntrusted()) {
            return Duration.ZERO;
        }
        Duration offset = Duration.ofMillis(offsetMillis);
        return offset.abs().compareTo(rules.correctedMin()) < 0 ? Duration.ZERO : offset;
    }

    Instant corrected(Instant deviceTime) {
        return deviceTime.plus(correction());
    }

    /** False for an event that cannot have happened at its corrected time, having been received when it was. */
    boolean isBelievable(Instant deviceTime, Instant receivedAt) {
        Duration lag = Duration.between(corrected(deviceTime), receivedAt);
        return !isUntrusted() && !isAhead(lag, rules) && !isHeldTooLong(lag, rules);
    }

    /** Of an even number the mean of the middle two. */
    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        int half = sorted.size() / 2;
        Duration upper = sorted.get(half);
        return sorted.size() % 2 == 1 ? upper : upper.plus(sorted.get(half - 1)).dividedBy(2);
    }
}

package io.dorsal.responder.core;

import io.dorsal.model.outcome.ClockTrust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a boot's clock stands to the gateway's, told by all that was received of the boot: an estimate, not a fact of
 * the patient's, so that it is the same at any as-of instant. Nothing happens after it was received, so that the least
 * lag that was seen bounds how slow a clock can be; and no offset is used that was not seen.
 *
 * @param offsetMillis receive minus device time, as some sample has it: the median of the live samples, or the least lag
 *     where that is less; null when none is live, and nothing says that the clock is fast
 */
record DeviceClock(@Nullable Long offsetMillis, int liveSamples, ClockTrust trust, Rules.Clock rules) {
    static DeviceClock of(List<ClockSample> samples, Rules.Clock rules) {
        List<Duration> liveLags = LiveSamples.lags(samples, rules);
        Duration offset = liveLags.isEmpty() ? fast(samples, rules) : bounded(lowerMedian(liveLags), samples, rules);
        if (offset == null) {
            return new DeviceClock(null, 0, trustWithoutLive(samples, rules), rules);
        }
        boolean far = offset.abs().compareTo(rules.trustedMax()) > 0;
        ClockTrust trust = far ? ClockTrust.UNTRUSTED : ClockTrust.TRUSTED;
        return new DeviceClock(offset.toMillis(), liveLags.size(), trust, rules);
    }

    /**
     * A greater offset than the least lag is refuted by a fact in hand. Only if the live samples show a clock that is
     * right, one that is far ahead of them is wrong alone.
     */
    private static Duration bounded(Duration median, List<ClockSample> samples, Rules.Clock rules) {
        Duration least = leastLag(samples, rules);
        boolean strays = median.abs().compareTo(rules.correctedMin()) < 0 && least != null && isAhead(least, rules);
        return least == null || strays || median.compareTo(least) < 0 ? median : least;
    }

    /** Without live samples a clock can be known to be fast, by as much as something is dated after its receipt. */
    private static @Nullable Duration fast(List<ClockSample> samples, Rules.Clock rules) {
        Duration least = leastLag(samples, rules);
        boolean known = least != null
                && least.compareTo(rules.correctedMin().negated()) <= 0
                && trustWithoutLive(samples, rules) != ClockTrust.UNTRUSTED;
        return known ? least : null;
    }

    private static @Nullable Duration leastLag(List<ClockSample> samples, Rules.Clock rules) {
        return samples.stream()
                .map(ClockSample::lag)
                .filter(lag -> !isFarAhead(lag, rules))
                .min(Duration::compareTo)
                .orElse(null);
    }

    /** A boot that was replayed as a whole is believed, unless its times cannot be right. */
    private static ClockTrust trustWithoutLive(List<ClockSample> samples, Rules.Clock rules) {
        boolean ahead = samples.stream().anyMatch(sample -> isFarAhead(sample.lag(), rules));
        // All of them: a clock that began in 1970 and was then set is only wrong at first.
        boolean late = !samples.isEmpty() && samples.stream().allMatch(sample -> isHeldTooLong(sample.lag(), rules));
        return ahead || late ? ClockTrust.UNTRUSTED : ClockTrust.OFFSET_UNKNOWN;
    }

    private static boolean isFarAhead(Duration lag, Rules.Clock rules) {
        return lag.compareTo(rules.trustedMax().negated()) < 0;
    }

    /** Twice a transit: as far as a clock can drift over a boot whose median offset is none. */
    private static boolean isAhead(Duration lag, Rules.Clock rules) {
        return lag.compareTo(rules.correctedMin().multipliedBy(-2)) < 0;
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

    /** No correction moves a fact past its own receipt. */
    Instant corrected(Instant deviceTime, Instant receivedAt) {
        Instant corrected = corrected(deviceTime);
        Instant latest = deviceTime.isAfter(receivedAt) ? deviceTime : receivedAt;
        return !correction().isNegative() && corrected.isAfter(latest) ? latest : corrected;
    }

    /** False for an event that cannot have happened at its corrected time, having been received when it was. */
    boolean isBelievable(Instant deviceTime, Instant receivedAt) {
        Duration lag = Duration.between(corrected(deviceTime, receivedAt), receivedAt);
        return !isUntrusted() && !isAhead(lag, rules) && !isHeldTooLong(lag, rules);
    }

    /** Of an even number the lower of the middle two: their mean is an offset that the clock may never have had. */
    private static Duration lowerMedian(List<Duration> durations) {
        return durations.stream().sorted().toList().get((durations.size() - 1) / 2);
    }
}

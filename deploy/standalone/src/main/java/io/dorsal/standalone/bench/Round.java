package io.dorsal.standalone.bench;

import org.HdrHistogram.Histogram;

/**
 * One measured stretch.
 *
 * @param cpuSeconds of the gateway; NaN where its process is not known
 * @param latencyNanos from sending to the acknowledgement
 */
record Round(long events, double seconds, double cpuSeconds, Histogram latencyNanos) {
    double perSecond() {
        return events / seconds;
    }

    double cpuPer100_000() {
        return cpuSeconds * 100_000 / events;
    }
}

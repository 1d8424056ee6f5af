package io.dorsal.standalone.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Latencies in nanoseconds, in three digits, and how they are told. */
final class Latencies {
    private static final long NANOS_MAX = TimeUnit.MINUTES.toNanos(5);

    private Latencies() {}

    static Histogram none() {
        return new Histogram(NANOS_MAX, 3);
    }

    static Histogram sum(List<Histogram> parts) {
        Histogram sum = none();
        parts.forEach(sum::add);
        return sum;
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, NANOS_MAX));
    }

    static void print(String what, Histogram nanos) {
        System.out.printf(
                Locale.ROOT,
                "  %-40s p50 %8.1f ms   p95 %8.1f ms   p99 %8.1f ms   max %8.1f ms   (%,d samples)%n",
                what,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(95) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getMaxValue() / 1e6,
                nanos.getTotalCount());
    }
}

package io.dorsal.merge;

import java.time.Duration;

/**
 * Who uses this library, and with which settings; a service produces one as a bean. Wrong settings stop the start.
 *
 * @param service stands in its keys and metrics, as in {@code dorsal.responder.lag}
 */
public record Merging(String service, MergeConfig config) {
    public Merging {
        Bounds bounds = new Bounds("dorsal.%s.".formatted(service));
        MergeConfig.Consumer consumer = config.consumer();
        MergeConfig.Outbox outbox = config.outbox();
        MergeConfig.Progress progress = config.progress();
        Duration minute = Duration.ofMinutes(1);
        bounds.range("consumer.batch-records-max", consumer.batchRecordsMax(), 1, 100_000);
        bounds.range("consumer.retry-min", consumer.retryMin(), Duration.ofMillis(10), minute);
        bounds.range("consumer.retry-max", consumer.retryMax(), consumer.retryMin(), minute);
        bounds.range("outbox.letters-max", outbox.lettersMax(), 1, 10_000);
        bounds.range("outbox.check-every", outbox.checkEvery(), Duration.ofMillis(100), Duration.ofHours(1));
        bounds.range(
                "outbox.delivery-timeout", outbox.deliveryTimeout(), Duration.ofSeconds(15), Duration.ofMinutes(5));
        bounds.range("progress.check-every", progress.checkEvery(), Duration.ofMillis(100), Duration.ofMinutes(5));
        bounds.range("progress.stalled-after", progress.stalledAfter(), progress.checkEvery(), Duration.ofDays(1));
        if (consumer.group().isBlank()) {
            throw bounds.refused("consumer.group", "a name", "nothing");
        }
    }

    /** The full name of a metric. */
    public String metric(String name) {
        return "dorsal.%s.%s".formatted(service, name);
    }
}

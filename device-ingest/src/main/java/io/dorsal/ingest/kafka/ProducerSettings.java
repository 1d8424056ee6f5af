package io.dorsal.ingest.kafka;

import static org.apache.kafka.clients.CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.*;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How the gateway writes to Kafka.
 *
 * @param ackTimeout after this a record that is not confirmed has failed
 * @param inFlightBytesMax what the gateway hands over at most without confirmation
 */
public record ProducerSettings(String bootstrapServers, Duration ackTimeout, long inFlightBytesMax) {
    private static final long MEBIBYTE = 1 << 20;
    private static final Duration REQUEST_TIMEOUT_MAX = Duration.ofSeconds(15);

    Map<String, Object> properties() {
        return Map.ofEntries(
                Map.entry(BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(CLIENT_ID_CONFIG, "device-ingest"),
                Map.entry(KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName()),
                Map.entry(VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName()),
                // The promise of the contract: replicated, and not twice by our own retries.
                Map.entry(ACKS_CONFIG, "all"),
                Map.entry(ENABLE_IDEMPOTENCE_CONFIG, true),
                // 5 is the most at which an idempotent producer keeps order within a partition.
                Map.entry(MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5),
                Map.entry(DELIVERY_TIMEOUT_MS_CONFIG, millis(ackTimeout)),
                Map.entry(REQUEST_TIMEOUT_MS_CONFIG, millis(atMostHalf(REQUEST_TIMEOUT_MAX))),
                Map.entry(MAX_BLOCK_MS_CONFIG, millis(ackTimeout)),
                // The other strategy forgets all topics as soon as the last node is away, and every send() would wait
                // and fail. A producer that failed is replaced, which looks the nodes up anew.
                Map.entry(METADATA_RECOVERY_STRATEGY_CONFIG, "none"),
                Map.entry(LINGER_MS_CONFIG, 1),
                Map.entry(BATCH_SIZE_CONFIG, 64 * 1024),
                // A payload of 1 MiB that is no JSON is one record; its headers come on top. The broker takes as much,
                // so that what is too large fails here, where it leaves no gap.
                Map.entry(MAX_REQUEST_SIZE_CONFIG, (int) (2 * MEBIBYTE)),
                // Twice what can be in flight: send() must never wait for room while Kafka hangs.
                Map.entry(BUFFER_MEMORY_CONFIG, 2 * inFlightBytesMax + 16 * MEBIBYTE),
                Map.entry(ENABLE_METRICS_PUSH_CONFIG, false),
                // A topic that is written once a day must not lose its metadata just when Kafka is away.
                Map.entry(METADATA_MAX_IDLE_CONFIG, Duration.ofDays(365).toMillis()));
    }

    private Duration atMostHalf(Duration wanted) {
        Duration half = ackTimeout.dividedBy(2);
        return half.compareTo(wanted) < 0 ? half : wanted;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}

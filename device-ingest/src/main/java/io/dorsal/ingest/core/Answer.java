package io.dorsal.ingest.core;

/** What a publisher is told of its payload. */
public enum Answer {
    /** Every event is in Kafka, as an event or in quarantine. The only positive answer. */
    STORED,
    /** The payload is no JSON at all; it lies in quarantine. */
    NOT_JSON,
    /** Published to a topic other than the device's own. */
    FOREIGN_TOPIC,
    /** No room to take it. */
    OVER_CAPACITY,
    /** Kafka did not confirm it, or an earlier payload of this connection failed. */
    NOT_STORED;

    /** True when the device must send the payload again. */
    public boolean isFailure() {
        return switch (this) {
            case OVER_CAPACITY, NOT_STORED -> true;
            case STORED, NOT_JSON, FOREIGN_TOPIC -> false;
        };
    }
}

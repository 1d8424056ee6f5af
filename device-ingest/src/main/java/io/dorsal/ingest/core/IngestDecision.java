package io.dorsal.ingest.core;

import io.dorsal.model.Malformed;
import java.util.List;

/** What becomes of one device payload. Pure: same bytes, same identity, same limits → same decision. */
public sealed interface IngestDecision {

    /** Each event goes its own way, to the log or into quarantine. Positive answer once all are stored. */
    record Accept(List<Outgoing> records) implements IngestDecision {}

    /** The payload cannot be cut into events: it goes into quarantine as a whole. */
    record Quarantine(Outgoing record, Malformed why) implements IngestDecision {}

    /** Nothing is kept, and the sender is told so. */
    record Refuse(Malformed why) implements IngestDecision {}
}

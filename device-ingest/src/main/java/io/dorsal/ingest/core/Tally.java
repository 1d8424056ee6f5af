package io.dorsal.ingest.core;

import io.dorsal.model.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what happens at the gateway. Labels are reasons, never device ids. */
public interface Tally {
    void connectionOpened();

    void connectionClosed();

    void connectionRefused(Reason reason);

    void payloadTaken(List<Outgoing> records, @Nullable Reason refusal);

    void payloadAnswered(Answer answer, long nanos);

    /** Kafka did not take a record; the error's name, never its message, which may hold a key. */
    void storeFailed(String error);

    /** A connection began (or ceased) to be held back. */
    void held(boolean held);
}

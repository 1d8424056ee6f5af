package io.dorsal.ingest;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Outgoing;
import io.dorsal.ingest.core.Tally;
import io.dorsal.model.Reason;
import java.util.List;

/** Counts nothing. */
public final class NoTally implements Tally {
    @Override
    public void connectionOpened() {}

    @Override
    public void connectionClosed() {}

    @Override
    public void connectionRefused(Reason reason) {}

    @Override
    public void payloadTaken(List<Outgoing> records, Reason refusal) {}

    @Override
    public void payloadAnswered(Answer answer, long nanos) {}

    @Override
    public void storeFailed(String error) {}

    @Override
    public void held(boolean held) {}
}

package io.dorsal.ingest.mqtt;

import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.Journal.Delivery;
import io.dorsal.ingest.core.Outgoing;
import io.dorsal.ingest.core.Ticket;
import java.util.List;

/** One published payload: its place in the line of answers and its way through the journal. */
final class Parcel extends Ticket implements Delivery {
    private final SettledParcels settledParcels;
    private final Answer whenStored;
    private final List<Outgoing> records;
    private final long costBytes;
    private final long takenAtNanos = System.nanoTime();
    private volatile Answer outcome = Answer.NOT_STORED;
    /** Who still needs it: the line of answers, and the journal once it has it. Touched by the event loop only. */
    private int holders = 1;

    Parcel(
            int packetId,
            Assurance assurance,
            SettledParcels settledParcels,
            Answer whenStored,
            List<Outgoing> records) {
        super(packetId, assurance);
        this.settledParcels = settledParcels;
        this.whenStored = whenStored;
        this.records = records;
        this.costBytes = records.stream().mapToLong(Outgoing::costBytes).sum();
    }

    Answer whenStored() {
        return whenStored;
    }

    List<Outgoing> records() {
        return records;
    }

    long costBytes() {
        return costBytes;
    }

    long nanosSinceTaken() {
        return System.nanoTime() - takenAtNanos;
    }

    void handedToJournal() {
        holders++;
    }

    /** One holder less; true when it was the last, and the memory is free. */
    boolean isFreeAfterRelease() {
        holders--;
        return holders == 0;
    }

    /** An earlier payload failed before this one came: it is not to be stored. */
    boolean isTakenAlong() {
        return wantsAnswer() && answer() != null;
    }

    /** What the journal said, once it has spoken. */
    Answer outcome() {
        return outcome;
    }

    /** An earlier payload of the connection failed: the device will send this one again, after that one. */
    @Override
    public boolean isAbandoned() {
        return wantsAnswer() && (answer() != null || settledParcels.isFailing());
    }

    boolean hasFailed() {
        return wantsAnswer() && outcome != whenStored;
    }

    @Override
    public void settled(Answer answer) {
        outcome = answer == Answer.STORED ? whenStored : answer;
        settledParcels.post(this);
    }
}

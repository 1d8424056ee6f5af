package io.dorsal.ingest.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One payload's place in the line of answers. */
public class Ticket {
    private final int packetId;
    private final Assurance assurance;
    // Volatile: the journal's thread asks whether the payload is still wanted.
    private volatile @Nullable Answer answer;

    /** The MQTT quality of service that the payload was published with. */
    public enum Assurance {
        AT_MOST_ONCE,
        AT_LEAST_ONCE,
        EXACTLY_ONCE
    }

    public Ticket(int packetId, Assurance assurance) {
        this.packetId = packetId;
        this.assurance = assurance;
    }

    public int packetId() {
        return packetId;
    }

    public Assurance assurance() {
        return assurance;
    }

    public boolean wantsAnswer() {
        return assurance != Assurance.AT_MOST_ONCE;
    }

    /** Null while the payload is on its way. */
    public @Nullable Answer answer() {
        return answer;
    }

    /** The answer of a payload that has come to the head of its line. */
    public Answer settledAs() {
        return Objects.requireNonNull(answer, "the payload is still on its way");
    }

    void answer(Answer given) {
        answer = given;
    }
}

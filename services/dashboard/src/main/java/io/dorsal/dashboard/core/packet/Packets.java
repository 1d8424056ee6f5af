package io.dorsal.dashboard.core.packet;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.model.TrialId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence packets, from the service that issues them. */
public interface Packets {
    /** Of one trial, the newest first. */
    Answer<List<Packet>> of(TrialId trial);

    /**
     * @param amends the latest packet as the reader saw it, so that nobody replaces one unseen; null when there was none
     * @param why null when there was none
     */
    Answer<Issuing> issue(TrialId trial, String policy, @Nullable String amends, @Nullable String why);

    /** What would be issued now, to be read. */
    Answer<Paper> preview(TrialId trial, String policy);

    /** The file as it was issued. */
    Answer<Paper> file(String packet);

    /** Hands it to its payer; the first time counts. */
    Answer<Packet> release(String packet);

    Answer<Proof> verify(String packet);

    /** The latest packet of that policy against what would be issued now. */
    Answer<Comparison> changes(TrialId trial, String policy);

    /** What came of asking for a packet. */
    sealed interface Issuing {}

    /** @param made false when the latest packet holds the same already */
    record Issued(Packet packet, boolean made) implements Issuing {}

    /** It cannot be done. */
    record Refused(String reason, String detail) implements Issuing, Paper, Comparison {}

    /** What came of asking for pages. */
    sealed interface Paper {}

    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Pdf(byte[] bytes) implements Paper {}

    /**
     * What the verifier said.
     *
     * @param difference the first by which the file is not what was issued; null when it is verified
     * @param key the id of the key that signed; null unless it is verified
     * @param computedAgain files that came out the same, byte for byte
     * @param asSigned files that only carry their digest
     */
    record Proof(
            @Nullable String difference, @Nullable String key, List<String> computedAgain, List<String> asSigned) {}

    /** What came of asking for a comparison. */
    sealed interface Comparison {}

    /**
     * @param since the number of the packet compared with; null when there is none yet
     * @param same whether issuing now would make no further packet
     */
    record Changes(@Nullable Long since, boolean same, List<Change> changes) implements Comparison {}

    /** One thing that reads differently, in plain words. */
    record Change(String what, String before, String after) {}
}

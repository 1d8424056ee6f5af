package io.dorsal.coverage.http;

import io.dorsal.model.TrialId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at packets that were issued: whether they still prove themselves, and what has changed since. */
public interface PacketReview {
    /**
     * What {@code ./dorsal verify} says of a packet as it is kept.
     *
     * @param difference the first by which it is not what was issued; null when it is verified
     * @param key the id of the key that signed it; null unless it is verified
     * @param computedAgain the files that came out the same, byte for byte; empty unless it is verified
     * @param asSigned those that only carry their digest; empty unless it is verified
     */
    record Proof(
            @Nullable String difference, @Nullable String key, List<String> computedAgain, List<String> asSigned) {}

    /** Empty when there is no such packet. */
    Optional<Proof> verify(String packet);

    /**
     * The latest packet of a trial and policy against what would be issued now.
     *
     * @param since that packet; null when there is none yet
     * @param same whether issuing now would make no further packet
     */
    record Changes(PacketSource.@Nullable Issued since, boolean same, List<Change> changes) {}

    /** One thing that reads differently, in plain words. */
    record Change(String what, String before, String after) {}

    /**
     * Empty when no such trial is known.
     *
     * @param policy the trial's own when null
     * @throws Conflict when there is nothing that would be issued
     */
    Optional<Changes> changes(TrialId trial, @Nullable String policy, Instant now);
}

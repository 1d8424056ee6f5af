package io.dorsal.coverage.http;

import io.dorsal.model.TrialId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where packets come from. */
public interface PacketSource {
    /**
     * What is asked for.
     *
     * @param policy the trial's own when null
     * @param asOf that of the newest fact when null
     * @param amends the latest packet of that trial and policy, or null
     * @param why must be given when there is an earlier packet, and says why this one takes its place
     * @param again a further packet although the latest holds the same
     */
    record Order(
            @Nullable String policy,
            @Nullable Instant asOf,
            @Nullable String amends,
            @Nullable String why,
            boolean again) {}

    /** A packet without its bytes. */
    record Issued(
            String packet,
            String trial,
            long number,
            String payer,
            String policy,
            String version,
            String result,
            Instant asOf,
            Instant issuedAt,
            @Nullable String amends,
            @Nullable String why,
            String manifestSha256,
            String factDigest,
            String allFactsDigest,
            String key,
            String fileSha256,
            long fileBytes,
            @Nullable Instant releasedAt) {}

    /** @param made false when the latest packet holds the same already */
    record Answer(Issued issued, boolean made) {}

    /** The bytes of a packet. */
    interface File {
        String sha256();

        byte[] bytes();
    }

    /**
     * Issues a packet of what is known now; empty when no such trial is known.
     *
     * @throws Conflict when it cannot take its place in the order of packets, or there is nothing to put into it
     * @throws OutcomesUnavailable when the services do not know the same, or one does not answer
     */
    Optional<Answer> issue(TrialId trial, Order order, Instant now);

    /** The pages of what would be issued now, marked as not issued; empty when no such trial is known. */
    Optional<byte[]> preview(TrialId trial, @Nullable String policy, Instant now);

    /** Of one trial, the newest first. */
    List<Issued> of(TrialId trial);

    Optional<File> file(String packet);

    /** Hands a packet to its payer, once; empty when there is no such packet. */
    Optional<Issued> release(String packet, Instant now);

    /** The public keys that packets are signed by, as a JWK set. */
    String keys();
}

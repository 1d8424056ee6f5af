package io.dorsal.dashboard.core.packet;

import io.dorsal.model.outcome.CoverageResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An issued packet, without its bytes.
 *
 * @param number of the trial's packets, from 1
 * @param amends the id of the packet that it takes the place of
 * @param why it does; null unless it amends one
 * @param allFactsDigest of all facts of the trial when it was issued
 * @param releasedAt null until it is handed to the payer
 */
public record Packet(
        String id,
        long number,
        String payer,
        String policy,
        String version,
        CoverageResult result,
        Instant asOf,
        Instant issuedAt,
        @Nullable String amends,
        @Nullable String why,
        String allFactsDigest,
        long bytes,
        @Nullable Instant releasedAt) {}

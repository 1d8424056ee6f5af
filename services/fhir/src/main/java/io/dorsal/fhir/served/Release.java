package io.dorsal.fhir.served;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A packet that is handed to a payer.
 *
 * @param amends the packet whose place it takes
 * @param bytes of its file
 */
public record Release(
        String packet, Instant issuedAt, @Nullable String amends, long bytes) {}

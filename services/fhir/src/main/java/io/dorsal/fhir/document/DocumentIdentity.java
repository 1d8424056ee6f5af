package io.dorsal.fhir.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which packet a document belongs to. The document knows the time from here alone.
 *
 * @param packet its number
 * @param asOf only facts dated up to it are in the document
 * @param amends the packet that it replaces
 */
public record DocumentIdentity(
        String packet,
        Instant issuedAt,
        Instant asOf,
        @Nullable String amends) {}

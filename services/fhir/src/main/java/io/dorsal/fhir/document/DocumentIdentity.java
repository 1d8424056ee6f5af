package io.dorsal.fhir.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which packet a document belongs to, if any yet. The document knows the time from here alone.
 *
 * @param packet its number; null for a document that is known by its content alone
 * @param asOf only facts dated up to it are in the document
 * @param amends the packet that it replaces
 */
public record DocumentIdentity(
        @Nullable String packet,
        Instant issuedAt,
        Instant asOf,
        @Nullable String amends) {

    /** For a document inside a packet, whose bytes must not depend on the packet's number and time of issue. */
    public static DocumentIdentity ofContent(Instant asOf) {
        return new DocumentIdentity(null, asOf, asOf, null);
    }
}

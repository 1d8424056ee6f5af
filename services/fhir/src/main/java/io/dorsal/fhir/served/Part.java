package io.dorsal.fhir.served;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource as it is served, and what it is found by.
 *
 * @param patient the id of the Patient it is about; null for what is about none
 * @param codes each as {@code system|code} and as the bare code, in the way of FHIR's token search
 * @param identifiers the same of its identifiers
 * @param from the first instant that it is about; null when it has no date
 * @param to the instant after the last
 * @param json the resource
 */
public record Part(
        String type,
        String id,
        @Nullable String patient,
        List<String> codes,
        List<String> identifiers,
        @Nullable Instant from,
        @Nullable Instant to,
        String json) {}

package io.dorsal.coverage.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where FHIR resources of packets come from. */
public interface FhirSource {
    /** A resource, in JSON. */
    record Found(String type, String id, String json) {}

    /**
     * What is searched for; null means any.
     *
     * @param trial its id, which a patient has as identifier
     * @param code bare, or {@code system|code}
     * @param from what ended before is excluded
     * @param before what starts then or later is excluded
     * @param after the last id that was seen, empty at the beginning
     */
    record Wanted(
            String type,
            @Nullable String id,
            @Nullable String patient,
            @Nullable String trial,
            @Nullable String code,
            @Nullable String identifier,
            @Nullable Instant from,
            @Nullable Instant before,
            String after,
            int limit) {}

    /** A resource of any released packet, also of one that was amended. */
    Optional<Found> read(String type, String id);

    /** By id, of the latest released packet of each trial and policy; one more than the limit if there is more. */
    List<Found> search(Wanted wanted);

    /**
     * The PAS request Bundle of an issued packet; empty when there is no such packet.
     *
     * @throws io.dorsal.model.Malformed naming what the trial lacks for a request
     */
    Optional<String> request(String packet);
}

package io.dorsal.opioid.http;

import io.dorsal.model.ClinicId;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.OpioidOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where outcomes come from. */
public interface OutcomeSource {
    /**
     * Computed from what is stored; empty when no trial document of that id is known.
     *
     * @param factorSet the installation's own when null
     * @throws Malformed when there is no factor set of that id
     */
    Optional<OpioidOutcome> asOf(TrialId trial, Instant asOf, @Nullable String factorSet);

    /** The rules, factor set and tables that outcomes follow from, as JSON; empty when no such trial is known. */
    Optional<byte[]> rules(TrialId trial);

    /**
     * Outcomes as published, in order of trial id, those after {@code after}; each is a JSON document with no other
     * first-level fields than {@code fields}.
     */
    List<byte[]> published(@Nullable ClinicId clinic, @Nullable TrialId after, int sizeMax, Collection<String> fields);
}

package io.dorsal.responder.http;

import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where outcomes come from. */
public interface OutcomeSource {
    /** Computed from the stored facts; empty when no trial document of that id is known. */
    Optional<ResponderOutcome> asOf(TrialId trial, Instant asOf);

    /** The facts behind a trial's outcome, as canonical JSON; empty when no such trial is known. */
    Optional<byte[]> facts(TrialId trial);

    /** The rules that a trial's outcome is computed with, as JSON; empty when no such trial is known. */
    Optional<byte[]> rules(TrialId trial);

    /**
     * Outcomes as published, in order of trial id, those after {@code after}; each is a JSON document with no other
     * first-level fields than {@code fields}.
     */
    List<byte[]> published(@Nullable ClinicId clinic, @Nullable TrialId after, int sizeMax, Collection<String> fields);
}

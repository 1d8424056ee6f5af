package io.dorsal.coverage.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.Word;
import io.dorsal.model.outcome.CoverageDetermination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where determinations come from. */
public interface CoverageSource {
    /** The word that asks for every policy. */
    String ALL = "all";

    /** Which outcomes determinations rest on. */
    enum Outcomes implements Word {
        /** Those of the same instant, computed by their services just now. */
        AS_OF,
        /** The last that were published, since their services did not answer. */
        PUBLISHED;

        @Override
        public String word() {
            return name();
        }
    }

    /** Determinations of one trial, and what they rest on. */
    record Found(List<CoverageDetermination> determinations, Outcomes outcomes) {}

    /**
     * Judged from what is stored; empty when no trial document of that id is known.
     *
     * @param policy the trial's own when null; {@link #ALL} for every one, side by side
     * @param asOf null for now
     * @throws Malformed when there is no such policy, or none is named at all
     * @throws OutcomesUnavailable when {@code asOf} is given and the outcomes of that instant are not to be had
     */
    Optional<Found> of(TrialId trial, @Nullable String policy, @Nullable Instant asOf, Instant now);
}

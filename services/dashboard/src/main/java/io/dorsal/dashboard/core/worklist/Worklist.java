package io.dorsal.dashboard.core.worklist;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.SourceStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The worklist, a page at a time, from the service that orders it. */
public interface Worklist {
    /**
     * @param clinic empty for every clinic
     * @param cursor empty for the first page
     */
    Answer<Slice> ask(String clinic, String cursor, int limit);

    /** @param next the cursor of the page after this; null on the last */
    record Slice(List<Item> items, @Nullable String next) {}

    /**
     * A trial that something is missing for, or that is not supported.
     *
     * @param missing least time left first
     */
    record Item(
            TrialId trial,
            String clinic,
            String policy,
            @Nullable SourceStatus sourceStatus,
            @Nullable CoverageResult result,
            List<Missing> missing) {}
}

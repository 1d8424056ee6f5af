package io.dorsal.coverage.http;

import io.dorsal.coverage.core.WorklistPlace;
import io.dorsal.model.ClinicId;
import io.dorsal.model.outcome.CoverageDetermination;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the worklist comes from. */
public interface WorklistSource {
    /**
     * A trial that something is missing for.
     *
     * @param determination as of an instant since which no line has become too late; null when nothing is missing by now
     */
    record Item(ClinicId clinic, @Nullable CoverageDetermination determination, WorklistPlace place) {}

    /** Least time left at {@code now} first, those after {@code after}. */
    List<Item> page(@Nullable ClinicId clinic, Instant now, @Nullable WorklistPlace after, int sizeMax);
}

package io.dorsal.coverage.core;

import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How a determination stands in the worklist, also when time has gone on since.
 *
 * @param untils the instants at which a line becomes too late, in order; the first one to come counts
 * @param afterwards the least time left once all of these are past
 */
public record Urgency(List<Instant> untils, CollectionLimit afterwards) {
    public Urgency {
        untils = List.copyOf(untils);
    }

    /** @param later the same evidence judged as of another instant */
    public static Urgency of(CoverageDetermination determination, Function<Instant, CoverageDetermination> later) {
        List<Instant> untils = determination.missing().stream()
                .map(Missing::until)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        CoverageDetermination last = untils.isEmpty() ? determination : later.apply(untils.getLast());
        return new Urgency(untils, leastTimeLeft(last));
    }

    /** Whether a line has become too late between the determination and {@code now}. */
    public static boolean isOutdated(CoverageDetermination determination, Instant now) {
        return determination.missing().stream()
                .map(Missing::until)
                .anyMatch(until -> until != null && !until.isAfter(now));
    }

    /** How little time is left afterwards; 0 is the least. */
    public int rank() {
        return List.of(CollectionLimit.values()).indexOf(afterwards);
    }

    /** Whether something is missing, or speaks against it. */
    public static boolean isOpen(CoverageDetermination determination) {
        return determination.result() == CoverageResult.INCOMPLETE
                || determination.result() == CoverageResult.NOT_SUPPORTED;
    }

    private static CollectionLimit leastTimeLeft(CoverageDetermination determination) {
        return determination.missing().stream()
                .map(Missing::limit)
                .min(Comparator.naturalOrder())
                .orElse(CollectionLimit.TOO_LATE);
    }
}

package io.dorsal.coverage.core.figures;

import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.Published;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures, and how long they stay the same on the same standings: until a trial begins or ends.
 *
 * @param until null when no trial is planned or has a planned end
 */
public record CountedFigures(
        ClinicFigures figures, @Nullable Instant until) {
    public static CountedFigures of(
            Selection selection, Collection<Standing> standings, List<Published> published, Instant now, View view) {
        return new CountedFigures(
                FigureTables.of(selection, standings, published, now, view),
                standings.stream()
                        .flatMap(trial -> Stream.of(trial.placedAt(), trial.removedAt()))
                        .filter(Objects::nonNull)
                        .filter(change -> change.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** Whether counting the same standings at {@code now} would give the same numbers. */
    public boolean holdAt(Instant now) {
        return !now.isBefore(figures.asOf()) && (until == null || now.isBefore(until));
    }

    /** The same numbers, as of an instant at which they still hold. */
    public ClinicFigures asOf(Instant now) {
        return new ClinicFigures(
                figures.definition(),
                figures.view(),
                figures.clinic(),
                figures.from(),
                figures.to(),
                now,
                figures.figures());
    }
}

package io.dorsal.coverage;

import io.dorsal.coverage.core.figures.FigureTables;
import io.dorsal.coverage.core.figures.Selection;
import io.dorsal.coverage.http.FigureSource;
import io.dorsal.coverage.published.PublishedResults;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Figures from the known standings, beside what is published of other people's trials. */
@ApplicationScoped
public class StoredFigures implements FigureSource {
    private final KnownStandings standings;
    private final List<Published> published = PublishedResults.shipped();

    StoredFigures(KnownStandings standings) {
        this.standings = standings;
    }

    @Override
    public ClinicFigures of(Selection selection, Instant now, View view) {
        return FigureTables.of(selection, standings.of(selection), published, now, view);
    }
}

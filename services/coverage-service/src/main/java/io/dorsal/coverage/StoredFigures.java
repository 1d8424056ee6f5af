package io.dorsal.coverage;

import io.dorsal.coverage.KnownStandings.Known;
import io.dorsal.coverage.core.figures.CountedFigures;
import io.dorsal.coverage.core.figures.Selection;
import io.dorsal.coverage.http.FigureSource;
import io.dorsal.coverage.published.PublishedResults;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.Published;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Figures of the known standings, beside what is published of other people's trials; counted again when they change. */
@ApplicationScoped
public class StoredFigures implements FigureSource {
    /** What is asked for over and over: clinics in two views. A period is whatever the caller writes. */
    private static final int COUNTED_MAX = 200;

    private final KnownStandings standings;
    private final List<Published> published = PublishedResults.shipped();
    private final ConcurrentHashMap<Question, Counted> counted = new ConcurrentHashMap<>();

    private record Question(Selection selection, View view) {}

    /** @param change of the standings that were counted */
    private record Counted(long change, CountedFigures figures) {}

    StoredFigures(KnownStandings standings) {
        this.standings = standings;
    }

    @Override
    public ClinicFigures of(Selection selection, Instant now, View view) {
        if (counted.size() >= COUNTED_MAX) {
            counted.clear();
        }
        // Whoever asks the same meanwhile waits for this answer instead of counting too.
        return counted.compute(new Question(selection, view), (question, earlier) -> current(question, earlier, now))
                .figures()
                .asOf(now);
    }

    private Counted current(Question question, @Nullable Counted earlier, Instant now) {
        if (earlier != null
                && earlier.change() == standings.change()
                && earlier.figures().holdAt(now)) {
            return earlier;
        }
        Known known = standings.of(question.selection());
        return new Counted(
                known.change(),
                CountedFigures.of(question.selection(), known.standings(), published, now, question.view()));
    }
}

package io.dorsal.dashboard.core.clinic;

import io.dorsal.dashboard.core.Times;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import io.dorsal.model.presentation.NumberText;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The figures of one clinic, or of all.
 *
 * @param suppressed whether small numbers are told together with others, as those of all clinics are
 * @param tiles the numbers of trials, by state
 * @param sections every other figure, those with cases first in the order of the definition
 */
public record FiguresPage(
        String whose,
        String definition,
        String asOf,
        boolean suppressed,
        List<Tile> tiles,
        List<FigureSection> sections) {
    private static final Set<FigureName> STATES =
            EnumSet.of(FigureName.TRIALS_PLANNED, FigureName.TRIALS_RUNNING, FigureName.TRIALS_ENDED);

    /** A number with its name. */
    public record Tile(String label, String count) {}

    /** @param by what the figures are broken down by */
    public static FiguresPage of(ClinicFigures figures, Dimension by) {
        return new FiguresPage(
                figures.clinic() == null ? "all clinics" : figures.clinic().value(),
                figures.definition(),
                Times.minute(figures.asOf(), ZoneId.of("UTC")),
                figures.view() == View.EXPORT,
                figures.figures().stream()
                        .filter(figure -> STATES.contains(figure.name()))
                        .map(FiguresPage::tile)
                        .toList(),
                figures.figures().stream()
                        .filter(figure -> !STATES.contains(figure.name()))
                        .map(figure -> FigureSection.of(figure, by))
                        .toList());
    }

    private static Tile tile(Figure figure) {
        Long count = figure.overall().count();
        return new Tile(FigureWords.heading(figure.name()), count == null ? "suppressed" : NumberText.count(count));
    }

    /** What is read out when the page has changed by itself. */
    public String summary() {
        return "%s: %s"
                .formatted(
                        whose,
                        String.join(
                                ", ",
                                tiles.stream()
                                        .map(tile -> tile.count() + " " + tile.label())
                                        .toList()));
    }
}

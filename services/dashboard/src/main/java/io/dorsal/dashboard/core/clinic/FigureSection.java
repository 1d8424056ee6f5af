package io.dorsal.dashboard.core.clinic;

import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.Spread;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import io.dorsal.model.presentation.NumberText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One figure on the page.
 *
 * @param count such as {@code 30 trials}
 * @param bars its parts, then its rates
 * @param days its median and quartiles; null for a figure of none
 * @param groups the same figure in each group of the chosen dimension; empty when there is no case
 */
public record FigureSection(
        String id,
        String heading,
        String definition,
        String count,
        boolean isEmpty,
        List<Bar> bars,
        @Nullable String days,
        List<GroupRow> groups,
        List<PublishedRow> published) {

    /** @param days null for a figure of none */
    public record GroupRow(
            String label,
            String count,
            List<Bar> bars,
            @Nullable String days) {}

    static FigureSection of(Figure figure, Dimension by) {
        FigureName name = figure.name();
        Group overall = figure.overall();
        return new FigureSection(
                name.word(),
                FigureWords.heading(name),
                FigureWords.definition(figure.definition()),
                count(name, overall),
                Objects.equals(overall.count(), 0L),
                bars(name, overall),
                days(overall.spread()),
                figure.breakdowns().stream()
                        .filter(breakdown -> breakdown.by() == by)
                        .map(Breakdown::groups)
                        .flatMap(List::stream)
                        .filter(group -> !Objects.equals(group.count(), 0L))
                        .map(group -> row(name, group))
                        .toList(),
                figure.published().stream().map(PublishedRow::of).toList());
    }

    private static GroupRow row(FigureName name, Group group) {
        String label = group.label() == null ? "" : FigureWords.group(group.label());
        List<Bar> told = bars(name, group).stream()
                .filter(bar -> bar.width() > 0 || !group.rates().isEmpty())
                .toList();
        return new GroupRow(label, count(name, group), told, days(group.spread()));
    }

    private static String count(FigureName name, Group group) {
        Long count = group.count();
        return count == null
                ? "suppressed"
                : "%s %s".formatted(NumberText.count(count), FigureWords.cases(name, count));
    }

    private static List<Bar> bars(FigureName name, Group group) {
        long of = group.count() == null
                ? group.parts().stream().mapToLong(Part::count).sum()
                : group.count();
        Stream<Bar> parts =
                group.parts().stream().map(part -> Bar.of(FigureWords.label(name, part.label()), part.count(), of));
        Stream<Bar> rates = group.rates().stream()
                .map(rate -> Bar.of(FigureWords.label(name, rate.name()), rate.numerator(), rate.denominator()));
        return Stream.concat(parts, rates).toList();
    }

    private static @Nullable String days(@Nullable Spread spread) {
        return spread == null
                ? null
                : "median %s days, quartiles %s and %s, of %s"
                        .formatted(
                                NumberText.plain(spread.median()),
                                NumberText.plain(spread.lowerQuartile()),
                                NumberText.plain(spread.upperQuartile()),
                                NumberText.count(spread.count()));
    }
}

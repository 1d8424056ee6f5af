package io.dorsal.coverage.core.figures;

import io.dorsal.coverage.core.figures.FigureRule.Split;
import io.dorsal.coverage.core.figures.FigureTable.Place;
import io.dorsal.coverage.core.figures.SmallCells.Coarser;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.Rate;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import io.dorsal.model.figures.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Standings to figures. Depends on nothing but its arguments, and not on the order of the standings. */
public final class FigureTables {
    private static final Comparator<Figure> IN_ORDER = Comparator.comparing(Figure::name);

    private final List<Published> published;
    private final View view;

    private FigureTables(List<Published> published, View view) {
        this.published = published;
        this.view = view;
    }

    /**
     * The figures of these trials.
     *
     * @param standings one of each trial, selected already
     * @param now trials are planned, running or ended then
     */
    public static ClinicFigures of(
            Selection selection, Collection<Standing> standings, List<Published> published, Instant now, View view) {
        Map<Place, List<Case>> cases = Case.of(standings, now).stream().collect(Collectors.groupingBy(Place::of));
        List<FigureTable> tables = FigureRules.ALL.stream()
                .map(rule -> FigureTable.of(rule, cases))
                .toList();
        FigureTables shown = new FigureTables(published, view);
        return new ClinicFigures(
                FigureRules.DEFINITION,
                view,
                selection.clinic(),
                selection.from(),
                selection.to(),
                now,
                shown.coarser(tables).stream()
                        .map(shown::figure)
                        .sorted(IN_ORDER)
                        .toList());
    }

    private List<Coarser> coarser(List<FigureTable> tables) {
        return switch (view) {
            case CLINIC -> tables.stream().map(Coarser::asItIs).toList();
            case EXPORT -> SmallCells.merged(tables);
        };
    }

    private Figure figure(Coarser coarser) {
        FigureTable table = coarser.table();
        FigureName name = table.rule().name();
        return new Figure(
                name,
                table.rule().definition(),
                group(coarser, null, table.overall()),
                Stream.of(Dimension.values())
                        .map(by ->
                                new Breakdown(by, groups(coarser, table.groups().get(by))))
                        .toList(),
                published.stream().filter(result -> result.figure() == name).toList());
    }

    private List<Group> groups(Coarser coarser, @Nullable SortedMap<String, Row> rows) {
        // All groups told as one are what overall tells already.
        if (rows == null || !coarser.told() || rows.keySet().equals(Set.of(ClinicFigures.NOT_LISTED))) {
            return List.of();
        }
        List<Group> groups = new ArrayList<>();
        rows.forEach((label, row) -> groups.add(group(coarser, label, row)));
        return groups;
    }

    private Group group(Coarser coarser, @Nullable String label, Row row) {
        if (!coarser.told()) {
            return new Group(label, null, List.of(), List.of(), null);
        }
        FigureRule rule = coarser.table().rule();
        Cell total = row.total();
        return new Group(
                label,
                total.count(),
                rule.split() == null ? List.of() : parts(rule.split(), row),
                rates(coarser, row),
                total.days().isEmpty() ? null : Quartiles.of(total.days()));
    }

    /** Those of the definition in its order, then others, then what is not listed. An export leaves empty ones out. */
    private List<Part> parts(Split split, Row row) {
        Stream<String> others = row.cells().keySet().stream()
                .filter(part -> !split.parts().contains(part) && !part.equals(ClinicFigures.NOT_LISTED));
        return Stream.of(split.parts().stream(), others, Stream.of(ClinicFigures.NOT_LISTED))
                .flatMap(labels -> labels)
                .map(label -> new Part(label, row.total(Set.of(label)).count()))
                .filter(part -> part.count() > 0
                        || (view == View.CLINIC && split.parts().contains(part.label())))
                .toList();
    }

    private static List<Rate> rates(Coarser coarser, Row row) {
        FigureRule rule = coarser.table().rule();
        List<Rate> rates = new ArrayList<>();
        if (rule.ratio() != null) {
            Ratio sum = row.total().ratio();
            rates.add(new Rate(rule.ratio().name(), sum.have(), sum.due()));
        }
        if (rule.split() != null) {
            rule.split().shares().stream()
                    .filter(share -> coarser.lists(share.numerator()) && coarser.lists(share.denominator()))
                    .map(share -> new Rate(
                            share.name(),
                            row.total(share.numerator()).count(),
                            row.total(share.denominator()).count()))
                    .forEach(rates::add);
        }
        return rates;
    }
}

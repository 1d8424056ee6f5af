package io.dorsal.coverage.core.figures;

import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.Dimension;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** One figure: its cases by part, overall and by group. The groups of each dimension add up to overall. */
record FigureTable(FigureRule rule, Row overall, Map<Dimension, SortedMap<String, Row>> groups) {

    /** A trial's group in each dimension. There are few such places, so cases are counted by place first. */
    record Place(String therapy, String waveform, String indication, String payer) {
        static Place of(Case one) {
            return new Place(
                    one.trial().group(Dimension.THERAPY),
                    one.trial().group(Dimension.WAVEFORM),
                    one.trial().group(Dimension.INDICATION),
                    one.trial().group(Dimension.PAYER));
        }

        String in(Dimension by) {
            return switch (by) {
                case THERAPY -> therapy;
                case WAVEFORM -> waveform;
                case INDICATION -> indication;
                case PAYER -> payer;
            };
        }
    }

    static FigureTable of(FigureRule rule, Map<Place, List<Case>> cases) {
        Row overall = new Row();
        Map<Dimension, SortedMap<String, Row>> groups = new EnumMap<>(Dimension.class);
        for (Dimension by : Dimension.values()) {
            groups.put(by, new TreeMap<>());
        }
        cases.forEach((place, there) -> {
            Row row = counted(rule, there);
            if (!row.cells().isEmpty()) {
                overall.add(row);
                groups.forEach((by, rows) -> at(rows, place.in(by)).add(row));
            }
        });
        return new FigureTable(rule, overall, groups);
    }

    private static Row counted(FigureRule rule, List<Case> cases) {
        Row row = new Row();
        for (Case one : cases) {
            if (rule.counts(one)) {
                row.add(rule.partOf(one), one, rule);
            }
        }
        return row;
    }

    /** The same cases, those of some parts told as one. */
    FigureTable mergingParts(Set<String> parts) {
        return new FigureTable(rule, overall.merging(parts), eachDimension((by, rows) -> {
            SortedMap<String, Row> merged = new TreeMap<>();
            rows.forEach((group, row) -> merged.put(group, row.merging(parts)));
            return merged;
        }));
    }

    /** The same cases, those of some groups told as one. */
    FigureTable mergingGroups(Map<Dimension, Set<String>> some) {
        return new FigureTable(rule, overall, eachDimension((by, rows) -> {
            Set<String> merged = some.getOrDefault(by, Set.of());
            SortedMap<String, Row> coarser = new TreeMap<>();
            rows.forEach((group, row) -> at(coarser, merged.contains(group) ? ClinicFigures.NOT_LISTED : group)
                    .add(row));
            return coarser;
        }));
    }

    private Map<Dimension, SortedMap<String, Row>> eachDimension(
            BiFunction<Dimension, SortedMap<String, Row>, SortedMap<String, Row>> change) {
        Map<Dimension, SortedMap<String, Row>> changed = new EnumMap<>(Dimension.class);
        groups.forEach((by, rows) -> changed.put(by, change.apply(by, rows)));
        return changed;
    }

    private static Row at(Map<String, Row> rows, String group) {
        return rows.computeIfAbsent(group, none -> new Row());
    }
}

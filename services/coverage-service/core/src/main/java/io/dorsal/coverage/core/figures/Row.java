package io.dorsal.coverage.core.figures;

import io.dorsal.model.figures.ClinicFigures;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cases of one group by part; every case is in exactly one. */
record Row(SortedMap<String, Cell> cells) {
    Row() {
        this(new TreeMap<>());
    }

    /** A row of this cell alone. */
    static Row of(Cell cell) {
        Row row = new Row();
        row.add(FigureRule.ALL_IN_ONE, cell);
        return row;
    }

    static Row sum(Collection<Row> rows) {
        Row sum = new Row();
        rows.forEach(sum::add);
        return sum;
    }

    void add(Row other) {
        other.cells.forEach(this::add);
    }

    void add(String part, Cell more) {
        cells.computeIfAbsent(part, none -> new Cell()).add(more);
    }

    void add(String part, Case one, FigureRule rule) {
        cells.computeIfAbsent(part, none -> new Cell()).add(one, rule);
    }

    Cell total() {
        Cell total = new Cell();
        cells.values().forEach(total::add);
        return total;
    }

    /** Those of some parts. */
    Cell total(Set<String> parts) {
        Cell total = new Cell();
        cells.forEach((part, cell) -> {
            if (parts.contains(part)) {
                total.add(cell);
            }
        });
        return total;
    }

    /** The same cases, those of {@code parts} told as one. */
    Row merging(Set<String> parts) {
        Row merged = new Row();
        cells.forEach((part, cell) -> merged.add(parts.contains(part) ? ClinicFigures.NOT_LISTED : part, cell));
        return merged;
    }

    boolean hasSmallCell() {
        return cells.values().stream().anyMatch(Cell::isSmall);
    }
}

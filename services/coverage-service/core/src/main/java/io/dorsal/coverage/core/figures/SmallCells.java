package io.dorsal.coverage.core.figures;

import io.dorsal.coverage.core.figures.FigureRule.Within;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What may leave the clinic. No cell is blanked: parts, and groups, that have a small cell are told together with
 * others, until every cell of the coarser table is empty or of at least {@value Cell#PATIENTS_MIN} patients. Whoever
 * has all of it, totals included, has that coarser table and no more; what was merged can be split in many ways.
 *
 * <p>Figures hang together: the total of one is a cell of another. So groups merged there are merged here, and a figure
 * whose total is not told there is not told here. The argument is in docs/decisions/0018.
 */
final class SmallCells {
    private static final Comparator<Map.Entry<String, Row>> SMALLEST_FIRST =
            Comparator.<Map.Entry<String, Row>>comparingLong(
                            entry -> entry.getValue().total().count())
                    .thenComparing(Map.Entry::getKey);

    private final Map<FigureName, Coarser> done = new EnumMap<>(FigureName.class);

    /**
     * A figure as it leaves the clinic.
     *
     * @param told false when not even its total is
     * @param parts which are told as one
     * @param groups which are told as one
     */
    record Coarser(FigureTable table, boolean told, Set<String> parts, Map<Dimension, Set<String>> groups) {

        /** All of it, for the clinic's own eyes. */
        static Coarser asItIs(FigureTable table) {
            return new Coarser(table, true, Set.of(), Map.of());
        }

        boolean lists(Set<String> some) {
            return parts.stream().noneMatch(some::contains);
        }

        /** Whether the number of cases in {@code some} parts follows: what is not listed is all theirs, or not at all. */
        boolean tells(Set<String> some) {
            return lists(some) || some.containsAll(parts);
        }
    }

    private SmallCells() {}

    /** Figures in an order in which each follows the one that it is within. */
    static List<Coarser> merged(List<FigureTable> tables) {
        SmallCells cells = new SmallCells();
        return tables.stream().map(cells::merged).toList();
    }

    private Coarser merged(FigureTable table) {
        Within within = table.rule().within();
        Coarser whole = within == null ? null : done.get(within.figure());
        boolean told = !table.overall().total().isSmall()
                && (within == null || (whole != null && whole.told() && whole.tells(within.parts())));
        Coarser coarser = told
                ? merged(table, whole == null ? Map.of() : whole.groups())
                : new Coarser(table, false, Set.of(), Map.of());
        done.put(table.rule().name(), coarser);
        return coarser;
    }

    private static Coarser merged(FigureTable table, Map<Dimension, Set<String>> before) {
        Map<String, Row> byPart = new TreeMap<>();
        table.overall().cells().forEach((part, cell) -> byPart.put(part, Row.of(cell)));
        Set<String> parts = together(byPart, Set.of());
        FigureTable coarser = table.mergingParts(parts);
        Map<Dimension, Set<String>> groups = new EnumMap<>(Dimension.class);
        coarser.groups().forEach((by, rows) -> groups.put(by, together(rows, before.getOrDefault(by, Set.of()))));
        return new Coarser(coarser.mergingGroups(groups), true, parts, groups);
    }

    /** Which rows to tell as one: those with a small cell, those merged {@code before}, and the smallest others. */
    private static Set<String> together(Map<String, Row> rows, Set<String> before) {
        Set<String> together = new HashSet<>(before);
        rows.forEach((label, row) -> {
            if (row.hasSmallCell()) {
                together.add(label);
            }
        });
        Iterator<String> others = rows.entrySet().stream()
                .filter(row -> !together.contains(row.getKey()))
                .sorted(SMALLEST_FIRST)
                .map(Map.Entry::getKey)
                .toList()
                .iterator();
        while (others.hasNext() && sum(rows, together).hasSmallCell()) {
            together.add(others.next());
        }
        return together;
    }

    private static Row sum(Map<String, Row> rows, Set<String> labels) {
        return Row.sum(rows.entrySet().stream()
                .filter(row -> labels.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }
}

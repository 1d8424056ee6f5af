package io.dorsal.coverage.core.figures;

import java.util.ArrayList;
import java.util.List;

/** A sum over cases. */
final class Cell {
    /** A cell of fewer is small [CMS cell size suppression policy: none of 1 to 10]. */
    static final int PATIENTS_MIN = 11;

    private long count;
    private long contributing;
    private long patientsAtLeast;
    private Ratio ratio = Ratio.NONE;
    private final List<Integer> days = new ArrayList<>();

    void add(Case one, FigureRule rule) {
        count++;
        if (rule.isTold(one)) {
            contributing++;
            patientsAtLeast += one.first() ? 1 : 0;
        }
        ratio = ratio.plus(rule.ratioOf(one));
        rule.daysOf(one).ifPresent(days::add);
    }

    void add(Cell other) {
        count += other.count;
        contributing += other.contributing;
        patientsAtLeast += other.patientsAtLeast;
        ratio = ratio.plus(other.ratio);
        days.addAll(other.days);
    }

    long count() {
        return count;
    }

    Ratio ratio() {
        return ratio;
    }

    List<Integer> days() {
        return days;
    }

    /** It tells of somebody, and perhaps of so few that they could be known. */
    boolean isSmall() {
        return contributing > 0 && patientsAtLeast < PATIENTS_MIN;
    }
}

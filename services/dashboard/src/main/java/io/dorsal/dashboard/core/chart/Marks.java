package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.chart.Shapes.Mark;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instants worth a line across all panels: lead placed, lead removed or planned to be, as-of. */
final class Marks {
    private static final double LETTER_WIDTH = 6.2;

    private final TimeAxis axis;
    private final List<Mark> marks = new ArrayList<>();
    private final List<double[]> taken = new ArrayList<>();

    private Marks(TimeAxis axis) {
        this.axis = axis;
    }

    /** @param asOf null when it is not worth a line: the trial is over */
    static List<Mark> of(Trial trial, @Nullable Instant asOf, TimeAxis axis) {
        Marks marks = new Marks(axis);
        marks.add(trial.leadPlacedAt(), "placed", "Lead placed");
        if (trial.leadRemovedAt() != null) {
            marks.add(trial.leadRemovedAt(), "removed", "Lead removed");
        } else {
            marks.add(trial.plannedRemovalAt(), "planned-removal", "Planned removal");
        }
        marks.add(asOf, "as-of", "As of");
        return List.copyOf(marks.marks);
    }

    private void add(@Nullable Instant instant, String kind, String label) {
        if (instant == null || !axis.contains(instant)) {
            return;
        }
        double x = axis.at(instant);
        double width = label.length() * LETTER_WIDTH;
        boolean leftward = x + width > axis.frame().width();
        double from = leftward ? x - width : x;
        boolean free = taken.stream().noneMatch(other -> from < other[1] + 8 && other[0] < from + width + 8);
        if (free) {
            taken.add(new double[] {from, from + width});
        }
        marks.add(new Mark(
                Scale.written(x),
                Scale.written(leftward ? x - 4 : x + 4),
                leftward ? "end" : "start",
                kind,
                free ? label : ""));
    }
}

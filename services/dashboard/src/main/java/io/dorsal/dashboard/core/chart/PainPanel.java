package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.Figures;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.chart.Shapes.Dot;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Daily means as dots, joined only where no day lies between: an unanswered day is a gap, not a guess. */
record PainPanel(TimeAxis axis, Scale pain) {
    List<Dot> dots() {
        List<Dot> dots = new ArrayList<>();
        for (Day day : axis.days()) {
            Rational mean = day.mean();
            if (mean != null) {
                dots.add(new Dot(
                        Scale.written(axis.middle(day)),
                        Scale.written(pain.at(mean.toDouble())),
                        Scale.written(axis.left(day)),
                        Scale.written(axis.right(day)),
                        "%s: %s".formatted(Times.date(day.date()), Figures.decimal(mean))));
            }
        }
        return dots;
    }

    List<String> curves() {
        List<String> curves = new ArrayList<>();
        List<String> run = new ArrayList<>();
        LocalDate last = null;
        for (Day day : axis.days()) {
            Rational mean = day.mean();
            if (mean == null || !follows(last, day.date())) {
                close(run, curves);
            }
            if (mean != null) {
                run.add(Scale.written(axis.middle(day)) + "," + Scale.written(pain.at(mean.toDouble())));
                last = day.date();
            }
        }
        close(run, curves);
        return curves;
    }

    private static boolean follows(@Nullable LocalDate last, LocalDate date) {
        return last != null && last.plusDays(1).equals(date);
    }

    private static void close(List<String> run, List<String> curves) {
        if (run.size() > 1) {
            curves.add(String.join(" ", run));
        }
        run.clear();
    }
}

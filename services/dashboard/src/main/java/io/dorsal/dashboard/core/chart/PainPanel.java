package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.Words;
import io.dorsal.dashboard.core.chart.Shapes.Column;
import io.dorsal.dashboard.core.chart.Shapes.Dot;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.presentation.NumberText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Daily means as dots, joined only where no day lies between: an unanswered day is a gap, not a guess. */
record PainPanel(TimeAxis axis, List<Day> days, Scale pain) {
    List<Column> columns() {
        return days.stream()
                .map(day -> new Column(
                        Scale.written(axis.left(day.date())),
                        Scale.written(axis.right(day.date()) - axis.left(day.date())),
                        Scale.written(axis.middle(day.date())),
                        day.window().word().toLowerCase(Locale.ROOT) + (isMissing(day) ? " missing" : ""),
                        title(day)))
                .toList();
    }

    private static boolean isMissing(Day day) {
        return day.mean() == null && (day.window() == DayWindow.BASELINE || day.window() == DayWindow.TRIAL);
    }

    private static String title(Day day) {
        String date = Times.date(day.date());
        if (day.mean() != null) {
            return "%s: daily mean %s of %d".formatted(date, NumberText.mean(day.mean()), day.entries());
        }
        return isMissing(day)
                ? "%s: no entry, missing".formatted(date)
                : "%s: %s".formatted(date, Words.window(day.window()));
    }

    List<Dot> dots() {
        List<Dot> dots = new ArrayList<>();
        for (Day day : days) {
            Rational mean = day.mean();
            if (mean != null) {
                dots.add(new Dot(
                        Scale.written(axis.middle(day.date())),
                        Scale.written(pain.at(mean.toDouble())),
                        Scale.written(axis.left(day.date())),
                        Scale.written(axis.right(day.date())),
                        "%s: %s".formatted(Times.date(day.date()), NumberText.mean(mean))));
            }
        }
        return dots;
    }

    List<String> curves() {
        List<String> curves = new ArrayList<>();
        List<String> run = new ArrayList<>();
        LocalDate last = null;
        for (Day day : days) {
            Rational mean = day.mean();
            if (mean == null || !follows(last, day.date())) {
                close(run, curves);
            }
            if (mean != null) {
                run.add(Scale.written(axis.middle(day.date())) + "," + Scale.written(pain.at(mean.toDouble())));
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

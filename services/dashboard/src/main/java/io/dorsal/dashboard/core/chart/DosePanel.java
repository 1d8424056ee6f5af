package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.OpioidWords;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.Words;
import io.dorsal.dashboard.core.chart.Shapes.Column;
import io.dorsal.dashboard.core.chart.Shapes.DoseBar;
import io.dorsal.dashboard.core.chart.Shapes.DoseKey;
import io.dorsal.dashboard.core.chart.Shapes.DosePiece;
import io.dorsal.dashboard.core.chart.Shapes.WindowLine;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.DayDrug;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import io.dorsal.model.presentation.NumberText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The doses of each day as stacked bars, and the prescription as a line of steps. */
record DosePanel(TimeAxis axis, List<Day> days, List<String> drugs, Scale dose) {
    /** Beyond it looks repeat; titles and tables still tell opioids apart. */
    private static final int LOOKS = 6;

    private static final double LABEL_ROOM = 38;

    static DosePanel of(TimeAxis axis, OpioidOutcome outcome, Scale dose) {
        List<Day> days = outcome.days().stream()
                .filter(day -> day.window() != DayWindow.BEFORE)
                .sorted(Comparator.comparing(Day::date))
                .toList();
        return new DosePanel(axis, days, drugs(outcome).map(DayDrug::drug).toList(), dose);
    }

    static List<DoseKey> looks(OpioidOutcome outcome) {
        List<DayDrug> drugs = drugs(outcome).toList();
        List<DoseKey> keys = new ArrayList<>();
        for (int i = 0; i < drugs.size(); i++) {
            keys.add(new DoseKey(kind(i), drugs.get(i).name()));
        }
        return keys;
    }

    /** Each opioid once, by name, so that it keeps its look on every update. */
    private static Stream<DayDrug> drugs(OpioidOutcome outcome) {
        return outcome.days().stream()
                .flatMap(day -> day.byDrug().stream())
                .collect(Collectors.toMap(DayDrug::drug, drug -> drug, (one, other) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(DayDrug::name).thenComparing(DayDrug::drug));
    }

    private static String kind(int index) {
        return Integer.toString(index % LOOKS);
    }

    List<Column> columns() {
        return days.stream()
                .map(day -> new Column(
                        Scale.written(axis.left(day.date())),
                        Scale.written(axis.right(day.date()) - axis.left(day.date())),
                        Scale.written(axis.middle(day.date())),
                        day.window().word().toLowerCase(Locale.ROOT)
                                + (OpioidWords.isUnknown(day) ? " unknown-day" : ""),
                        title(day)))
                .toList();
    }

    static String title(Day day) {
        return "%s (%s): taken %s, prescribed %s"
                .formatted(
                        Times.date(day.date()),
                        Words.window(day.window()),
                        OpioidWords.taken(day),
                        day.prescribed() == null ? "not known" : NumberText.mean(day.prescribed()));
    }

    List<DoseBar> bars() {
        return days.stream().filter(Day::known).map(this::bar).toList();
    }

    private DoseBar bar(Day day) {
        double left = axis.left(day.date());
        double width = axis.right(day.date()) - left;
        double inset = Math.min(9, width * 0.16);
        List<DosePiece> pieces = new ArrayList<>();
        Rational below = Rational.ZERO;
        for (DayDrug drug : day.byDrug()) {
            Rational above = below.plus(drug.mme());
            double y = dose.at(above.toDouble());
            pieces.add(new DosePiece(
                    Scale.written(left + inset),
                    Scale.written(width - 2 * inset),
                    Scale.written(y),
                    Scale.written(dose.at(below.toDouble()) - y),
                    kind(drugs.indexOf(drug.drug()))));
            below = above;
        }
        return new DoseBar(
                pieces,
                Scale.written(axis.middle(day.date())),
                Scale.written(dose.at(below.toDouble()) - 6),
                label(day, width),
                title(day));
    }

    private static String label(Day day, double width) {
        String sign = day.partial() ? "+" : "";
        boolean zero = day.mme() == null || day.mme().signum() == 0;
        return width >= LABEL_ROOM && day.mme() != null
                ? NumberText.plain(day.mme()) + (sign.isEmpty() ? "" : "\u00a0" + sign)
                : (zero ? "0" : "") + sign;
    }

    /** Null when the window has no mean or is not drawn. */
    @Nullable
    WindowLine mean(WindowMme window) {
        Rational mean = window.mean();
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (mean == null || from == null || to == null || !axis.shows(from) || !axis.shows(to)) {
            return null;
        }
        return new WindowLine(
                Scale.written(axis.left(from)), Scale.written(axis.right(to)), Scale.written(dose.at(mean.toDouble())));
    }

    /** One path per run of neighbouring days with a known regimen. */
    List<String> prescribed() {
        List<String> paths = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        LocalDate last = null;
        for (Day day : days) {
            Rational mme = day.prescribed();
            if (mme == null) {
                continue;
            }
            String y = Scale.written(dose.at(mme.toDouble()));
            if (last == null || !last.plusDays(1).equals(day.date())) {
                close(path, paths);
                path.append('M')
                        .append(Scale.written(axis.left(day.date())))
                        .append(' ')
                        .append(y);
            } else {
                path.append('V').append(y);
            }
            path.append('H').append(Scale.written(axis.right(day.date())));
            last = day.date();
        }
        close(path, paths);
        return paths;
    }

    private static void close(StringBuilder path, List<String> paths) {
        if (!path.isEmpty()) {
            paths.add(path.toString());
            path.setLength(0);
        }
    }
}

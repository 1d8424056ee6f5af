package io.dorsal.dashboard.core.opioid;

import io.dorsal.dashboard.core.OpioidWords;
import io.dorsal.dashboard.core.Times;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidOutcome.Series;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import io.dorsal.model.presentation.NumberText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One figure of both series, side by side and never mixed.
 *
 * @param takenNote how many days are behind it; may be empty
 * @param prescribedNote the same
 */
public record FigureRow(String term, String taken, String takenNote, String prescribed, String prescribedNote) {
    private static final String NONE = NumberText.NONE;

    /** @param open the date that is not over as of the outcome; null when the trial is */
    static List<FigureRow> of(OpioidOutcome o, @Nullable LocalDate open) {
        List<FigureRow> rows = new ArrayList<>();
        rows.add(window("Baseline", o, Series::baseline));
        rows.add(window("Trial", o, Series::trial));
        rows.add(window("Last three days", o, Series::lastThree));
        rows.add(lastDay(o, open));
        rows.add(change("Change, baseline to trial", o, Change::percent));
        rows.add(change("Change, to last three days", o, Change::lastThreePercent));
        rows.add(change("Change, to last trial day", o, Change::endPercent));
        rows.add(plain("Tier before, MME per day", o, change -> tier(change.tierBefore())));
        rows.add(plain("Tier in the trial", o, change -> tier(change.tierAfter())));
        return List.copyOf(rows);
    }

    private static FigureRow window(String term, OpioidOutcome o, Function<Series, WindowMme> of) {
        WindowMme taken = of.apply(o.taken());
        WindowMme prescribed = of.apply(o.prescribed());
        return new FigureRow(
                term,
                figure(taken),
                joined(days(taken, "known"), partial(taken)),
                figure(prescribed),
                joined(
                        prescribed.knownDays() == prescribed.days() ? "" : days(prescribed, "with a regimen"),
                        partial(prescribed)));
    }

    /** Of a day that is not over only what was taken so far is known, which looks like less. */
    private static FigureRow lastDay(OpioidOutcome o, @Nullable LocalDate open) {
        FigureRow row = window("Last trial day", o, Series::end);
        LocalDate date = o.taken().end().to();
        if (date == null) {
            return row;
        }
        String state = date.equals(open) ? ", not over yet" : "";
        return new FigureRow(
                row.term(),
                row.taken(),
                Times.shortDate(date) + (o.taken().end().mean() == null ? ", no report" : state),
                row.prescribed(),
                row.prescribedNote());
    }

    private static String figure(WindowMme window) {
        return NumberText.mean(window.mean()) + (window.mean() != null && window.partialDays() > 0 ? "\u00a0+" : "");
    }

    private static String days(WindowMme window, String known) {
        return window.days() == 0
                ? ""
                : "%d of %d %s %s"
                        .formatted(window.knownDays(), window.days(), window.days() == 1 ? "day" : "days", known);
    }

    private static String partial(WindowMme window) {
        return window.partialDays() == 0 ? "" : "%d\u00a0partial".formatted(window.partialDays());
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other;
    }

    private static FigureRow change(String term, OpioidOutcome o, Function<Change, @Nullable Rational> of) {
        return plain(term, o, change -> NumberText.comparedChange(of.apply(change)));
    }

    private static FigureRow plain(String term, OpioidOutcome o, Function<Change, String> of) {
        BiFunction<Series, Function<Change, String>, String> said =
                (series, words) -> series.change() == null ? NONE : words.apply(series.change());
        return new FigureRow(term, said.apply(o.taken(), of), "", said.apply(o.prescribed(), of), "");
    }

    private static String tier(@Nullable MmeTier tier) {
        return tier == null ? NONE : OpioidWords.tier(tier);
    }
}

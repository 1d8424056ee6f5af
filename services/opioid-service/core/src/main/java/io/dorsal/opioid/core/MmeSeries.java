package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidOutcome.DrugMme;
import io.dorsal.model.outcome.OpioidOutcome.NotConverted;
import io.dorsal.model.outcome.OpioidOutcome.Series;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import io.dorsal.model.window.DailyFigures;
import io.dorsal.model.window.DailyWindow;
import io.dorsal.model.window.WindowFigures;
import io.dorsal.model.window.Windows;
import io.dorsal.opioid.core.Conversion.Unconverted;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One series, taken or prescribed, over the windows of a trial. */
final class MmeSeries {
    private final NavigableMap<LocalDate, MmeDay> days;
    private final Windows windows;
    private final LocalDate trialTo;
    private final WindowFigures totals;

    /** @param trialTo the last trial day of the taken series, so that both series are over the same days */
    MmeSeries(NavigableMap<LocalDate, MmeDay> days, Windows windows, LocalDate trialTo) {
        this.days = days;
        this.windows = windows;
        this.trialTo = trialTo;
        this.totals = windows.over(figures(MmeDay::total), trialTo);
    }

    /** Before there is a placement. */
    static Series none() {
        WindowMme none = new WindowMme(null, null, null, 0, 0, 0);
        return new Series(none, none, none, none, null, List.of(), List.of());
    }

    WindowFigures totals() {
        return totals;
    }

    Series shown(Rules rules) {
        return new Series(
                window(totals.baseline()),
                window(totals.trial()),
                window(totals.lastDays()),
                window(totals.lastDay()),
                change(rules),
                byOpioid(),
                notConverted());
    }

    private @Nullable Change change(Rules rules) {
        boolean partial = partialDays(totals.baseline()) + partialDays(totals.trial()) > 0;
        return windows.started() ? MmeChange.of(totals, rules, partial, partialDays(totals.trial()) > 0) : null;
    }

    private WindowMme window(DailyWindow window) {
        return new WindowMme(
                window.from(), window.to(), window.meanIfAny(), window.answered(), window.days(), partialDays(window));
    }

    private int partialDays(DailyWindow window) {
        return count(window, MmeDay::isPartial);
    }

    private int count(DailyWindow window, Predicate<MmeDay> which) {
        return window.from() == null || window.to() == null
                ? 0
                : (int) days.subMap(window.from(), true, window.to(), true).values().stream()
                        .filter(which)
                        .count();
    }

    private List<DrugMme> byOpioid() {
        Collection<Opioid> opioids = new TreeSet<>(MmeDay.BY_NAME);
        days.values().forEach(day -> opioids.addAll(day.byOpioid().keySet()));
        return opioids.stream().map(this::ofOpioid).toList();
    }

    /** Over the same known days as the total, so that the parts add up to it. */
    private DrugMme ofOpioid(Opioid opioid) {
        WindowFigures part = windows.over(figures(day -> day.byOpioid().getOrDefault(opioid, Rational.ZERO)), trialTo);
        return new DrugMme(
                opioid.rxcui(),
                opioid.name(),
                part.baseline().meanIfAny(),
                part.trial().meanIfAny(),
                part.lastDays().meanIfAny(),
                part.lastDay().meanIfAny());
    }

    private List<NotConverted> notConverted() {
        return days.values().stream()
                .flatMap(day -> day.unconverted().stream())
                .distinct()
                .sorted(Unconverted.BY_DRUG)
                .map(present -> new NotConverted(
                        present.rxcui(),
                        present.name(),
                        present.opioid(),
                        present.reason(),
                        count(totals.baseline(), day -> day.unconverted().contains(present)),
                        count(totals.trial(), day -> day.unconverted().contains(present))))
                .toList();
    }

    private DailyFigures figures(Function<MmeDay, Rational> figure) {
        NavigableMap<LocalDate, Rational> figures = new TreeMap<>();
        days.forEach((date, day) -> figures.put(date, figure.apply(day)));
        return new DailyFigures(figures);
    }
}

package io.dorsal.dashboard.core.opioid;

import io.dorsal.dashboard.core.OpioidWords;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.Words;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.NotConverted;
import io.dorsal.model.outcome.OpioidOutcome.Series;
import io.dorsal.model.presentation.NumberText;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of the opioid panel, as texts. */
public record OpioidTables(
        List<DayRow> days, List<DrugRow> taken, List<DrugRow> prescribed, List<PresentRow> notConverted) {

    /** @param parts the opioids of the day with their MME, and what has none */
    public record DayRow(String date, String window, String taken, String parts, String prescribed, String note) {}

    public record DrugRow(String name, String baseline, String trial, String lastThree, String end) {}

    /**
     * Present, not converted.
     *
     * @param product the drug as RxNorm names it; empty when the table does not know it
     */
    public record PresentRow(String opioid, String product, String why, String where) {}

    /** @param open the date that is not over as of the outcome; null when the trial is */
    static OpioidTables of(OpioidOutcome o, @Nullable LocalDate open) {
        Map<String, String> names = names(o);
        return new OpioidTables(
                o.days().stream()
                        .filter(day -> day.window() != DayWindow.BEFORE)
                        .map(day -> day(day, names, day.known() && day.date().equals(open)))
                        .toList(),
                drugs(o.taken()),
                drugs(o.prescribed()),
                Stream.concat(
                                o.taken().notConverted().stream().map(present -> present(present, "taken")),
                                o.prescribed().notConverted().stream().map(present -> present(present, "prescribed")))
                        .toList());
    }

    private static Map<String, String> names(OpioidOutcome o) {
        Map<String, String> names = new HashMap<>();
        o.taken().notConverted().forEach(present -> names.put(present.rxcui(), opioid(present)));
        return names;
    }

    private static String opioid(NotConverted present) {
        return Objects.requireNonNullElse(present.opioid(), "RxCUI " + present.rxcui());
    }

    private static DayRow day(Day day, Map<String, String> names, boolean open) {
        Stream<String> converted = day.byDrug().stream().map(drug -> drug.name() + " " + NumberText.mean(drug.mme()));
        Stream<String> present = day.notConverted().stream()
                .map(rxcui -> names.getOrDefault(rxcui, "RxCUI " + rxcui) + ", not converted");
        return new DayRow(
                Times.date(day.date()),
                Words.window(day.window()),
                OpioidWords.isUnknown(day) ? "unknown" : NumberText.mean(day.mme()),
                Stream.concat(converted, present).collect(Collectors.joining("; ")),
                NumberText.mean(day.prescribed()),
                note(day, open));
    }

    private static String note(Day day, boolean open) {
        String soFar = open ? "not over yet: what was taken so far" : "";
        String contradicted = day.contradicted() ? "\u201cnothing taken\u201d was reported too; the dose counts" : "";
        return Stream.of(contradicted, soFar).filter(note -> !note.isEmpty()).collect(Collectors.joining("; "));
    }

    private static List<DrugRow> drugs(Series series) {
        return series.byDrug().stream()
                .map(drug -> new DrugRow(
                        drug.name(),
                        NumberText.mean(drug.baseline()),
                        NumberText.mean(drug.trial()),
                        NumberText.mean(drug.lastThree()),
                        NumberText.mean(drug.end())))
                .toList();
    }

    private static PresentRow present(NotConverted present, String series) {
        return new PresentRow(
                opioid(present),
                Objects.requireNonNullElse(present.name(), ""),
                OpioidWords.reason(present.reason()),
                "%s on %s and %s"
                        .formatted(
                                series, days(present.baselineDays(), "baseline"), days(present.trialDays(), "trial")));
    }

    private static String days(int count, String window) {
        return "%d %s %s".formatted(count, window, count == 1 ? "day" : "days");
    }
}

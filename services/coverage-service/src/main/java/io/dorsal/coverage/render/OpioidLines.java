package io.dorsal.coverage.render;

import io.dorsal.coverage.render.PacketView.OpioidDay;
import io.dorsal.coverage.render.PacketView.OpioidLine;
import io.dorsal.coverage.render.PacketView.OpioidTable;
import io.dorsal.coverage.render.PacketView.Pair;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.DrugMme;
import io.dorsal.model.outcome.OpioidOutcome.NotConverted;
import io.dorsal.model.outcome.OpioidOutcome.Series;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import io.dorsal.model.presentation.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opioids in MME per day: what was taken, and what was prescribed beside it. */
final class OpioidLines {
    private OpioidLines() {}

    static OpioidTable of(OpioidOutcome outcome) {
        List<OpioidLine> lines = new ArrayList<>();
        lines.add(line("Taken, in all", outcome.taken()));
        outcome.taken().byDrug().forEach(drug -> lines.add(line(drug)));
        lines.add(line("Prescribed, at most", outcome.prescribed()));
        return new OpioidTable(status(outcome), lines, days(outcome), notes(outcome));
    }

    private static String status(OpioidOutcome outcome) {
        String status = Print.sentence(Print.words(outcome.status().word()));
        return outcome.reason() == null
                ? status
                : "%s: %s".formatted(status, Print.words(outcome.reason().word()));
    }

    private static OpioidLine line(String name, Series series) {
        Change change = series.change();
        return new OpioidLine(
                name,
                mean(series.baseline()),
                mean(series.trial()),
                mean(series.lastThree()),
                mean(series.end()),
                change == null ? Print.NONE : NumberText.comparedChange(change.percent()));
    }

    private static OpioidLine line(DrugMme drug) {
        return new OpioidLine(
                "– " + drug.name(),
                NumberText.mean(drug.baseline()),
                NumberText.mean(drug.trial()),
                NumberText.mean(drug.lastThree()),
                NumberText.mean(drug.end()),
                change(drug.baseline(), drug.trial()));
    }

    private static String change(@Nullable Rational before, @Nullable Rational after) {
        return before == null || after == null || before.signum() == 0
                ? Print.NONE
                : NumberText.comparedChange(after.minus(before).times(100).dividedBy(before));
    }

    private static String mean(WindowMme window) {
        return "%s (%s/%s)".formatted(NumberText.mean(window.mean()), window.knownDays(), window.days());
    }

    private static List<OpioidDay> days(OpioidOutcome outcome) {
        return outcome.days().stream()
                .filter(day -> day.window() != DayWindow.BEFORE && day.window() != DayWindow.PLANNED)
                .map(OpioidLines::day)
                .toList();
    }

    private static OpioidDay day(Day day) {
        String taken = !day.known() ? "not known" : NumberText.mean(day.mme()) + (day.partial() ? " and more" : "");
        String drugs = day.byDrug().stream()
                .map(drug -> "%s %s".formatted(drug.name(), NumberText.mean(drug.mme())))
                .collect(Collectors.joining(", "));
        return new OpioidDay(
                Print.date(day.date()),
                Print.words(day.window().word()),
                taken,
                drugs.isEmpty() ? Print.NONE : drugs,
                NumberText.mean(day.prescribed()));
    }

    private static List<Pair> notes(OpioidOutcome outcome) {
        List<Pair> notes = new ArrayList<>();
        notes.add(new Pair("Factors", "%s, drugs by %s".formatted(outcome.factorSet(), outcome.drugTable())));
        Change change = outcome.taken().change();
        if (change != null) {
            notes.add(new Pair(
                    "MME per day, band",
                    "%s at baseline, %s on trial"
                            .formatted(
                                    change.tierBefore().word(),
                                    change.tierAfter() == null
                                            ? "not known"
                                            : change.tierAfter().word())));
        }
        outcome.taken().notConverted().forEach(drug -> notes.add(new Pair("Not converted", notConverted(drug))));
        return notes;
    }

    private static String notConverted(NotConverted drug) {
        return "%s (%s): %s baseline days, %s trial days"
                .formatted(
                        drug.name() == null ? "RxCUI " + drug.rxcui() : drug.name(),
                        Print.words(drug.reason().word()),
                        drug.baselineDays(),
                        drug.trialDays());
    }
}

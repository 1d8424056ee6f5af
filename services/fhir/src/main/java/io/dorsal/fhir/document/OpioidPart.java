package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidOutcome.DrugMme;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Opioids taken: each dose, the MME of each day and of windows, and the change, each drug beside the total. */
final class OpioidPart {
    private final Draft draft;
    private final OpioidOutcome outcome;
    private final Section section = new Section(LocalCode.OPIOIDS);
    private final Map<LocalDate, Reference> byDate = new TreeMap<>();

    private OpioidPart(Draft draft, OpioidOutcome outcome) {
        this.draft = draft;
        this.outcome = outcome;
    }

    /** The change is the section's first entry. */
    static Section of(Draft draft, OpioidOutcome outcome) {
        return new OpioidPart(draft, outcome).section();
    }

    private Section section() {
        outcome.days().stream()
                .filter(OpioidPart::isMeasured)
                .forEach(day -> byDate.put(day.date(), draft.add(day(day))));
        OpioidOutcome.Series taken = outcome.taken();
        Reference baseline = window(LocalCode.MME_BASELINE, taken.baseline(), DrugMme::baseline);
        Reference trial = window(LocalCode.MME_TRIAL, taken.trial(), DrugMme::trial);
        Reference last = window(LocalCode.MME_LAST_DAYS, taken.lastThree(), DrugMme::lastThree);
        Reference end = window(LocalCode.MME_END, taken.end(), DrugMme::end);
        List<Reference> windows = Stream.of(baseline, trial, last, end)
                .flatMap(Stream::ofNullable)
                .toList();
        section.add(draft.add(change(taken, windows)));
        windows.forEach(section::add);
        byDate.values().forEach(section::add);
        Doses.of(draft, outcome).forEach(section::add);
        return section;
    }

    static boolean isMeasured(Day day) {
        return day.window() == DayWindow.BASELINE || day.window() == DayWindow.TRIAL;
    }

    private Figure day(Day day) {
        Figure figure = draft.computed(LocalCode.MME_DAY, outcome.complete())
                .on(day.date())
                .value(day.mme(), Elements.MME_PER_DAY);
        day.byDrug().forEach(drug -> drug(figure, drug.drug(), drug.mme()));
        day.notConverted()
                .forEach(rxcui -> figure.part(LocalCode.NOT_CONVERTED, Elements.concept(Systems.RXNORM, rxcui)));
        return figure;
    }

    private @Nullable Reference window(LocalCode code, WindowMme window, Function<DrugMme, @Nullable Rational> ofDrug) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (from == null || to == null) {
            return null;
        }
        Figure figure = draft.computed(code, outcome.complete())
                .over(from, to)
                .value(window.mean(), Elements.MME_PER_DAY)
                .part(LocalCode.KNOWN_DAYS, window.knownDays(), Elements.DAYS)
                .part(LocalCode.DAYS, window.days(), Elements.DAYS)
                .part(LocalCode.PARTIAL_DAYS, window.partialDays(), Elements.DAYS);
        outcome.taken().byDrug().forEach(drug -> drug(figure, drug.drug(), ofDrug.apply(drug)));
        return draft.add(figure.from(byDate.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(to))
                .map(Map.Entry::getValue)
                .toList()));
    }

    /** Two outcomes under different factor sets are different quantities, so the set stands with the change. */
    private Figure change(OpioidOutcome.Series taken, List<Reference> windows) {
        Change change = taken.change();
        Figure figure = draft.computed(LocalCode.MME_CHANGE, outcome.complete())
                .over(taken.baseline().from(), taken.trial().to())
                .value(change == null ? null : change.percent(), Elements.PERCENT)
                .part(LocalCode.STATUS, "opioid-status", outcome.status())
                .part(LocalCode.REASON, "opioid-reason", outcome.reason())
                .part(LocalCode.FACTOR_SET, Elements.word("factor-set", outcome.factorSet()));
        if (change != null) {
            figure.part(LocalCode.MME_CHANGE_LAST_DAYS, change.lastThreePercent(), Elements.PERCENT)
                    .part(LocalCode.MME_CHANGE_END, change.endPercent(), Elements.PERCENT)
                    .part(LocalCode.MME_TIER_BEFORE, "mme-tier", change.tierBefore())
                    .part(LocalCode.MME_TIER_AFTER, "mme-tier", change.tierAfter())
                    .part(LocalCode.MME_PARTIAL, change.partial());
            change.reached().forEach(reached -> figure.part(LocalCode.MME_REACHED, "reduction", reached));
        }
        taken.notConverted()
                .forEach(drug -> figure.part(
                        Elements.concept(Systems.RXNORM, drug.rxcui()), Elements.word("not-converted", drug.reason())));
        return figure.from(windows);
    }

    /** The ingredient is the part's code, so that a switch of drugs is seen beside the total. */
    private static void drug(Figure figure, String ingredient, @Nullable Rational mme) {
        figure.part(
                Elements.concept(Systems.RXNORM, ingredient),
                mme == null ? null : Elements.quantity(mme, Elements.MME_PER_DAY));
    }
}

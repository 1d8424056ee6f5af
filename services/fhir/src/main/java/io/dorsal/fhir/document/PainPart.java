package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.Terms;
import io.dorsal.fhir.document.Draft.Reported;
import io.dorsal.model.LocalDays;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Bounds;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.ResponderOutcome.Interval;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.report.Statement.AnalgesicReduction;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.report.Statement.PerceivedRelief;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Pain: each counting diary entry, the daily means of them, the means of windows, and relief, each from the one before. */
final class PainPart {
    private final Draft draft;
    private final ResponderOutcome outcome;
    private final Elements.Unit unit;
    private final Section section = new Section(LocalCode.PAIN);
    private final Map<LocalDate, Reference> byDate = new TreeMap<>();

    private PainPart(Draft draft, ResponderOutcome outcome) {
        this.draft = draft;
        this.outcome = outcome;
        this.unit = Terms.unit(outcome.scale());
    }

    /** The relief is the section's first entry. */
    static Section of(Draft draft, ResponderOutcome outcome) {
        return new PainPart(draft, outcome).section();
    }

    private Section section() {
        Map<LocalDate, List<Reference>> entries = entries();
        outcome.days().stream().filter(PainPart::isMeasured).forEach(day -> {
            List<Reference> ofDay = entries.getOrDefault(day.date(), List.of());
            byDate.put(day.date(), draft.add(day(day, ofDay)));
        });
        Reference baseline = window(LocalCode.PAIN_BASELINE, outcome.baseline());
        Reference trial = window(LocalCode.PAIN_TRIAL, outcome.trial());
        Reference last = window(LocalCode.PAIN_LAST_DAYS, outcome.lastThree());
        List<Reference> windows =
                Stream.of(baseline, trial, last).flatMap(Stream::ofNullable).toList();
        section.add(draft.add(relief(windows)));
        windows.forEach(section::add);
        byDate.values().forEach(section::add);
        entries.values().forEach(ofDay -> ofDay.forEach(section::add));
        perceived();
        analgesics();
        return section;
    }

    static boolean isMeasured(Day day) {
        return day.window() == DayWindow.BASELINE || day.window() == DayWindow.TRIAL;
    }

    /** The entries that count, by local date. Those of the device's button are in the daily means and not here. */
    private Map<LocalDate, List<Reference>> entries() {
        LocalDays days = draft.trial().days();
        Map<LocalDate, List<Reference>> entries = new TreeMap<>();
        for (Reported<Pain> pain : draft.reports(Pain.class, Pain::at)) {
            LocalDate date = days.dateOf(pain.states().at());
            if (counts(pain.states())
                    && outcome.days().stream().anyMatch(day -> day.date().equals(date) && isMeasured(day))) {
                entries.computeIfAbsent(date, ignored -> new ArrayList<>()).add(draft.add(entry(pain)));
            }
        }
        return entries;
    }

    private boolean counts(Pain pain) {
        return pain.scale() == outcome.scale() && pain.construct() == outcome.construct();
    }

    private Figure entry(Reported<Pain> pain) {
        return draft.stated(
                        pain.report(),
                        Terms.pain(pain.states().scale(), pain.states().construct()))
                .at(pain.states().at())
                .value(Elements.quantity(pain.states().score(), unit))
                .performer(draft.parties().patient());
    }

    private Figure day(Day day, List<Reference> entries) {
        return draft.computed(LocalCode.PAIN_DAY, outcome.complete())
                .on(day.date())
                .value(day.mean(), unit)
                .part(LocalCode.ENTRIES, day.entries(), Elements.COUNT)
                .from(entries);
    }

    /** Null for a window that does not exist yet. */
    private @Nullable Reference window(LocalCode code, WindowMean window) {
        LocalDate from = window.from();
        LocalDate to = window.to();
        if (from == null || to == null) {
            return null;
        }
        List<Reference> days = byDate.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(to))
                .map(Map.Entry::getValue)
                .toList();
        return draft.add(draft.computed(code, outcome.complete())
                .over(from, to)
                .value(window.mean(), unit)
                .part(LocalCode.ANSWERED_DAYS, window.answeredDays(), Elements.DAYS)
                .part(LocalCode.DAYS, window.days(), Elements.DAYS)
                .from(days));
    }

    private Figure relief(List<Reference> windows) {
        Bounds bounds = outcome.bounds();
        Interval interval = outcome.interval();
        ResponderOutcome.PerceivedRelief perceived = outcome.perceivedRelief();
        return draft.computed(LocalCode.PAIN_RELIEF, outcome.complete())
                .over(outcome.baseline().from(), outcome.trial().to())
                .value(outcome.relief(), Elements.PERCENT)
                .part(LocalCode.STATUS, "status", outcome.status())
                .part(LocalCode.REASON, "status-reason", outcome.reason())
                .part(LocalCode.GRADE, "grade", outcome.grade())
                .part(LocalCode.REMISSION, outcome.remission())
                .part(LocalCode.PAIN_RELIEF_LAST_DAYS, outcome.lastThreeRelief(), Elements.PERCENT)
                .part(LocalCode.RELIEF_WORST, bounds == null ? null : bounds.worst(), Elements.PERCENT)
                .part(LocalCode.RELIEF_BEST, bounds == null ? null : bounds.best(), Elements.PERCENT)
                .part(LocalCode.RELIEF_BOCF, outcome.bocf(), Elements.PERCENT)
                .part(LocalCode.SETTLED, outcome.settled())
                .part(LocalCode.FRAGILE, outcome.fragile())
                .part(LocalCode.RELIEF_LOW, interval == null ? null : percent(interval.low()))
                .part(LocalCode.RELIEF_HIGH, interval == null ? null : percent(interval.high()))
                .part(LocalCode.LOW_BASELINE, outcome.lowBaseline())
                .part(LocalCode.PERCEIVED_GAP, perceived == null ? null : perceived.gap(), Elements.PERCENT)
                .from(windows);
    }

    private void perceived() {
        for (Reported<PerceivedRelief> relief : draft.reports(PerceivedRelief.class, PerceivedRelief::at)) {
            section.add(draft.add(draft.stated(relief.report(), LocalCode.PERCEIVED_RELIEF.concept())
                    .at(relief.states().at())
                    .value(Elements.quantity(relief.states().percent(), Elements.PERCENT))
                    .performer(draft.parties().patient())));
        }
    }

    private void analgesics() {
        for (Reported<AnalgesicReduction> less : draft.reports(AnalgesicReduction.class, AnalgesicReduction::at)) {
            section.add(draft.add(draft.stated(less.report(), LocalCode.ANALGESIC_REDUCTION.concept())
                    .at(less.states().at())
                    .value(Elements.quantity(less.states().percent(), Elements.PERCENT))
                    .performer(Elements.named(
                            Systems.staffOf(draft.trial().clinic()),
                            less.states().attestedBy()))));
        }
    }

    private static Quantity percent(double value) {
        return Elements.quantity(value, Elements.PERCENT);
    }
}

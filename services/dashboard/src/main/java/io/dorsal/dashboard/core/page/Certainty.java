package io.dorsal.dashboard.core.page;

import io.dorsal.dashboard.core.Words;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Bounds;
import io.dorsal.model.outcome.ResponderOutcome.Interval;
import io.dorsal.model.outcome.ResponderOutcome.PerceivedRelief;
import io.dorsal.model.presentation.NumberText;
import java.util.List;

/** Says how far the figures can be relied on: unanswered days, day-to-day spread, the patient's own word. */
public final class Certainty {
    private static final String NONE = NumberText.NONE;
    /** Of a bound to stay below: truncated, so that the mean shown is enough. */
    private static final int NEEDED_PLACES = 2;

    private final ResponderOutcome o;

    public Certainty(ResponderOutcome outcome) {
        this.o = outcome;
    }

    public List<Explained> all() {
        return List.of(bounds(), settled(), bocf(), fragile(), needed(), interval(), confidence(), perceived());
    }

    private Explained bounds() {
        Bounds bounds = o.bounds();
        int unanswered = o.trial().days() - o.trial().answeredDays();
        return new Explained(
                "bounds",
                "Bounds",
                bounds == null
                        ? NONE
                        : "%s to %s"
                                .formatted(
                                        NumberText.comparedPercent(bounds.worst()),
                                        NumberText.comparedPercent(bounds.best())),
                "Relief if every unanswered trial day were the worst score (%d), and if it were 0. The truth lies between."
                        .formatted(o.scale().worst()),
                unanswered == 0
                        ? "Every trial day so far is answered, so both bounds meet."
                        : "%d of %d trial days so far unanswered."
                                .formatted(unanswered, o.trial().days()));
    }

    private Explained settled() {
        return new Explained(
                "settled",
                "Settled",
                Explanations.yesNo(o.settled()),
                "Whether the status is the same at both bounds, so that no answer to a missed day could change it.",
                o.settled() == null
                        ? ""
                        : o.settled()
                                ? "Whatever the unanswered days were, the status stays."
                                : "The unanswered days could change the status.");
    }

    private Explained bocf() {
        return new Explained(
                "bocf",
                "Baseline carried forward",
                NumberText.comparedPercent(o.bocf()),
                "Relief if each unanswered trial day had been as bad as the baseline (BOCF), a cautious convention.",
                "");
    }

    private Explained fragile() {
        return new Explained(
                "fragile",
                "Fragile",
                Explanations.yesNo(o.fragile()),
                "Whether the status would be another one with the baseline carried forward.",
                o.fragile() == null
                        ? ""
                        : o.fragile() ? "It would: the status rests on the days that were answered." : "It would not.");
    }

    private Explained needed() {
        return new Explained(
                "needed",
                "What would settle it",
                o.needed() == null ? NONE : "mean \u2264 " + NumberText.truncated(o.needed(), NEEDED_PLACES),
                "While the trial runs: the highest mean over the remaining planned days with which it would end as "
                        + "a responder.",
                neededHere());
    }

    private String neededHere() {
        Rational needed = o.needed();
        if (needed != null) {
            return "A mean of at most %s on %s over the remaining days ends at 50\u00a0%% or more."
                    .formatted(NumberText.truncated(needed, NEEDED_PLACES), Words.scale(o.scale()));
        }
        return o.complete() ? "The trial has ended." : "No remaining day, or out of reach.";
    }

    private Explained interval() {
        Interval interval = o.interval();
        return new Explained(
                "interval",
                "95\u00a0% interval",
                interval == null
                        ? NONE
                        : "%s to %s".formatted(NumberText.percent(interval.low()), NumberText.percent(interval.high())),
                "Fieller\u2019s interval for relief from the day-to-day spread of both windows. It speaks of "
                        + "chance from day to day, not of missing days.",
                interval == null ? "Needs 2 answered days on each side, and a bounded interval." : "");
    }

    private Explained confidence() {
        Double confidence = o.confidence();
        return new Explained(
                "confidence",
                "Confidence",
                confidence == null ? NONE : NumberText.percent(confidence * 100),
                "One-sided confidence (Welch) that 2\u00b7T \u2264 B, from the same spread.",
                confidence == null ? "Needs 2 answered days on each side." : "");
    }

    private Explained perceived() {
        PerceivedRelief perceived = o.perceivedRelief();
        return new Explained(
                "perceived",
                "Perceived relief",
                perceived == null ? "not asked" : NumberText.percent(perceived.percent()),
                "What the patient answered when asked for a percentage. Never derived, and never put in the place of "
                        + "the calculated one; they differ by \u221230 to +41 points in published trials.",
                perceived == null || perceived.gap() == null
                        ? ""
                        : "Perceived minus calculated: %s points."
                                .formatted(NumberText.difference(perceived.gap(), 1)));
    }
}

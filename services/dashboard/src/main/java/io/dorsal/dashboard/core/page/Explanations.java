package io.dorsal.dashboard.core.page;

import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.Words;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.presentation.NumberText;
import java.util.List;

/** Says of each principal figure what it is and why it has this value here, in the words of the definition. */
public final class Explanations {
    private final ResponderOutcome o;

    public Explanations(ResponderOutcome outcome) {
        this.o = outcome;
    }

    public List<Explained> all() {
        return List.of(status(), baseline(), trialMean(), lastThree(), relief(), grade(), remission(), lowBaseline());
    }

    private Explained status() {
        return new Explained(
                "status",
                "Status",
                Words.status(o.status()),
                "A trial mean of at most half the baseline makes a responder: 2\u00b7T \u2264 B, compared exactly. "
                        + "It describes the diary; it decides nothing about treatment.",
                verdict());
    }

    /** The comparison with this trial's values, or why there is none. */
    String verdict() {
        Rational b = o.baseline().mean();
        Rational t = o.trial().mean();
        StatusReason reason = o.reason();
        if (reason != null) {
            return because(reason);
        }
        if (b == null || t == null) {
            return "";
        }
        boolean responder = o.status() == Status.RESPONDER;
        return "2\u00b7T %s B: 2\u00b7%s = %s %s %s, so %s."
                .formatted(
                        responder ? "\u2264" : ">",
                        Exact.text(t),
                        Exact.text(t.times(2)),
                        responder ? "\u2264" : ">",
                        Exact.text(b),
                        responder ? "responder" : "non-responder");
    }

    private String because(StatusReason reason) {
        return switch (reason) {
            case BASELINE_ZERO -> "The baseline mean is 0; a percentage of nothing has no meaning.";
            case MIXED_SCALES -> "Reports of this trial use both NRS and VAS, which are never converted.";
            case NOT_STARTED -> "The lead is not placed yet.";
            case BASELINE_INCOMPLETE -> "The baseline has %s; at least 4 are needed.".formatted(answered(o.baseline()));
            case TRIAL_INCOMPLETE ->
                "The trial has %s; at least 3, and at least half of the days, are needed."
                        .formatted(answered(o.trial()));
        };
    }

    private Explained baseline() {
        return new Explained(
                "baseline",
                "Baseline mean, B",
                NumberText.mean(o.baseline().mean()),
                "Mean of the daily means over the 7 local dates before placement. A day with more entries weighs no "
                        + "more than another. Needs 4 answered days.",
                window(o.baseline()));
    }

    private Explained trialMean() {
        return new Explained(
                "trial-mean",
                "Trial mean, T",
                NumberText.mean(o.trial().mean()),
                "The same over the trial days: from the first full date after placement to the date before removal, "
                        + "or to the as-of date while the trial runs. The placement date never counts.",
                window(o.trial()));
    }

    private Explained lastThree() {
        Rational relief = o.lastThreeRelief();
        return new Explained(
                "last-three",
                "Last three days, T\u2083",
                NumberText.mean(o.lastThree().mean()),
                "The same over the last three trial days. Always shown beside T, since early days after placement "
                        + "often differ.",
                window(o.lastThree())
                        + (relief == null
                                ? ""
                                : " Relief over these days: %s.".formatted(NumberText.comparedPercent(relief))));
    }

    private Explained relief() {
        Rational relief = o.relief();
        Rational b = o.baseline().mean();
        Rational t = o.trial().mean();
        String here = relief == null || b == null || t == null
                ? ""
                : "100\u00b7(%s \u2212 %s) / %s = %s%s."
                        .formatted(
                                Exact.text(b),
                                Exact.text(t),
                                Exact.divisor(b),
                                Exact.percent(relief),
                                relief.signum() < 0 ? "; below zero, pain is worse than before" : "");
        return new Explained(
                "relief",
                "Calculated relief",
                NumberText.comparedPercent(o.relief()),
                "100\u00b7(B \u2212 T) / B. Shown truncated, never rounded up: 49.95\u00a0% does not show as 50.",
                here);
    }

    private Explained grade() {
        return new Explained(
                "grade",
                "Grade",
                o.grade() == null ? "\u2013" : Words.grade(o.grade()),
                "How much relief, beside the status: 80, 50 and 30\u00a0% are the steps [IMMPACT; EVOKE for 80\u00a0%].",
                "");
    }

    private Explained remission() {
        return new Explained(
                "remission",
                "Remission",
                yesNo(o.remission()),
                "Whether the trial mean is low in itself: at most %d on %s [SENZA-RCT]."
                        .formatted(o.scale().remissionAtMost(), Words.scale(o.scale())),
                o.remission() == null || o.trial().mean() == null
                        ? ""
                        : "%s %s %d."
                                .formatted(
                                        Exact.text(o.trial().mean()),
                                        o.remission() ? "\u2264" : ">",
                                        o.scale().remissionAtMost()));
    }

    private Explained lowBaseline() {
        return new Explained(
                "low-baseline",
                "Low baseline",
                yesNo(o.lowBaseline()),
                "Below %d there is little room to improve, and percentages mislead [IMMPACT]."
                        .formatted(o.scale().lowBaselineBelow()),
                "");
    }

    static String yesNo(@org.jspecify.annotations.Nullable Boolean flag) {
        return flag == null ? "\u2013" : flag ? "Yes" : "No";
    }

    private static String answered(WindowMean window) {
        return "%d of %d days answered".formatted(window.answeredDays(), window.days());
    }

    private static String window(WindowMean window) {
        return window.from() == null || window.to() == null
                ? ""
                : "%s to %s, %s.".formatted(Times.date(window.from()), Times.date(window.to()), answered(window));
    }
}

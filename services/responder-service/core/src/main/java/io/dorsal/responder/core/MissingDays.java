package io.dorsal.responder.core;

import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome.Bounds;
import io.dorsal.model.outcome.Status;
import org.jspecify.annotations.Nullable;

/**
 * What unanswered trial days could do to the relief. Bounds and BOCF stand as soon as there is a baseline and a trial
 * day; {@code settled} and {@code fragile} speak of a verdict and wait for one.
 */
record MissingDays(
        @Nullable Bounds bounds,
        @Nullable Rational bocf,
        @Nullable Boolean settled,
        @Nullable Boolean fragile) {
    private static final MissingDays UNKNOWN = new MissingDays(null, null, null, null);

    static MissingDays of(PainRelief pain, PainScale scale, Rules rules) {
        Rational b = pain.baselineMean();
        if (b == null || pain.trial().days() == 0) {
            return UNKNOWN;
        }
        Rational worst = pain.trial().meanWithUnansweredAt(Rational.of(scale.worst()));
        Rational best = pain.trial().meanWithUnansweredAt(Rational.ZERO);
        Rational carried = pain.trial().meanWithUnansweredAt(b);
        boolean decided = pain.trialMean() != null;
        Status carriedVerdict = PainRelief.verdict(b, carried, rules);
        return new MissingDays(
                new Bounds(PainRelief.percent(b, worst), PainRelief.percent(b, best)),
                PainRelief.percent(b, carried),
                decided ? PainRelief.verdict(b, worst, rules) == PainRelief.verdict(b, best, rules) : null,
                decided ? carriedVerdict != pain.status() : null);
    }
}

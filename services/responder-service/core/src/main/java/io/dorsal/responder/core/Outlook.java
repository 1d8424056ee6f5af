package io.dorsal.responder.core;

import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.window.DailyWindow;
import io.dorsal.model.window.Windows;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What would settle a running trial: the highest mean over the remaining planned days, all answered, with which it
 * would end as responder. With a answered days of sum S and k days to come it solves
 * {@code (S + k·x)/(a + k) ≤ share·B} for x. The worst score when nothing can go wrong any more.
 */
final class Outlook {
    private Outlook() {}

    /** Null when out of reach, when nothing is planned or left, or without a baseline. */
    static @Nullable Rational needed(PainRelief pain, Windows windows, PainScale scale, Rules rules) {
        Rational b = pain.baselineMean();
        int left = remainingDays(pain.trial(), windows);
        DailyWindow trial = pain.trial();
        if (b == null || left == 0 || !rules.diary().isTrialEnough(trial.answered() + left, trial.days() + left)) {
            return null;
        }
        Rational allowedSum = rules.relief().responder().times(b).times(trial.answered() + left);
        Rational needed = allowedSum.minus(trial.sum()).dividedBy(Rational.of(left));
        Rational worst = Rational.of(scale.worst());
        if (needed.signum() < 0) {
            return null;
        }
        return needed.isAtMost(worst) ? needed : worst;
    }

    private static int remainingDays(DailyWindow trial, Windows windows) {
        LocalDate last = windows.lastPlanned();
        if (!windows.started() || last == null) {
            return 0;
        }
        LocalDate next =
                trial.to() == null ? windows.trialFrom() : windows.days().plus(trial.to(), 1);
        return windows.days().dates(next, last).size();
    }
}

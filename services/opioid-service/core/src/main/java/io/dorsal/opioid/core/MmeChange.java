package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.OpioidStatus;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.window.DailyWindow;
import io.dorsal.model.window.WindowFigures;
import io.dorsal.model.window.WindowRules;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the baseline mean M₀ to the trial mean M₁, the last three days M₃ and the last day M_end. All exact. */
final class MmeChange {
    private static final Rational HUNDRED = Rational.of(100);

    private MmeChange() {}

    /** Why there is no change to state; null when there is. */
    static @Nullable OpioidReason missing(WindowFigures totals, WindowRules rules) {
        DailyWindow baseline = totals.baseline();
        DailyWindow trial = totals.trial();
        if (baseline.answered() + trial.answered() == 0) {
            return OpioidReason.NO_INTAKE_REPORTED;
        }
        if (!rules.isBaselineEnough(baseline.answered())) {
            return OpioidReason.BASELINE_INCOMPLETE;
        }
        if (baseline.mean().signum() == 0) {
            return OpioidReason.BASELINE_ZERO;
        }
        return rules.isTrialEnough(trial.answered(), trial.days()) ? null : OpioidReason.TRIAL_INCOMPLETE;
    }

    static OpioidStatus statusFor(@Nullable OpioidReason reason) {
        return switch (reason) {
            case null -> OpioidStatus.DETERMINED;
            case NOT_STARTED -> OpioidStatus.NOT_EVALUABLE;
            case BASELINE_ZERO -> OpioidStatus.NOT_APPLICABLE;
            case NO_INTAKE_REPORTED, BASELINE_INCOMPLETE, TRIAL_INCOMPLETE -> OpioidStatus.UNDETERMINED;
        };
    }

    /** Null while a mean is missing. With nothing at baseline there are only the tiers. */
    static @Nullable Change of(WindowFigures totals, Rules rules, boolean partial, boolean trialPartial) {
        OpioidReason missing = missing(totals, rules.windows());
        boolean trialEnough = rules.windows()
                .isTrialEnough(totals.trial().answered(), totals.trial().days());
        if (missing != null && missing != OpioidReason.BASELINE_ZERO) {
            return null;
        }
        Rational before = totals.baseline().mean();
        Rational after = trialEnough ? totals.trial().mean() : null;
        return new Change(
                percent(before, after),
                percent(before, totals.lastDays().meanIfAny()),
                percent(before, totals.lastDay().meanIfAny()),
                after == null ? List.of() : reached(before, after, rules, trialPartial),
                rules.tier(before),
                after == null ? null : rules.tier(after),
                partial);
    }

    /** 100·(M − M₀)/M₀; null when there is nothing to change from. */
    private static @Nullable Rational percent(Rational before, @Nullable Rational after) {
        return after == null || before.signum() == 0
                ? null
                : HUNDRED.times(after.minus(before)).dividedBy(before);
    }

    /** @param trialPartial something without MME was taken on a trial day: then nothing was eliminated */
    private static List<Reduction> reached(Rational before, Rational after, Rules rules, boolean trialPartial) {
        return Arrays.stream(Reduction.values())
                .filter(reduction -> switch (reduction) {
                    case ANY -> after.isBelow(before);
                    case AT_LEAST_20, AT_LEAST_30, AT_LEAST_50 ->
                        before.signum() > 0
                                && after.isAtMost(rules.leaves(reduction).times(before));
                    case ELIMINATED -> before.signum() > 0 && after.signum() == 0 && !trialPartial;
                })
                .toList();
    }
}

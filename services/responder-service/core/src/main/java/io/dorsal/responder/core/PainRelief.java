package io.dorsal.responder.core;

import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.window.DailyWindow;
import org.jspecify.annotations.Nullable;

/**
 * Definition {@code pain-relief/1}: baseline mean B, trial mean T, and what they amount to. All exact.
 *
 * @param baselineMean null until the baseline can be relied on: enough answered days and more than 0
 * @param trialMean null until the status is a verdict
 */
record PainRelief(
        Status status,
        @Nullable StatusReason reason,
        DailyWindow baseline,
        DailyWindow trial,
        DailyWindow lastDays,
        @Nullable Rational baselineMean,
        @Nullable Rational trialMean) {
    private static final Rational HUNDRED = Rational.of(100);

    static PainRelief notStarted(DailyWindow baseline) {
        return without(StatusReason.NOT_STARTED, baseline, DailyWindow.NONE, DailyWindow.NONE);
    }

    static PainRelief of(DailyWindow baseline, DailyWindow trial, DailyWindow lastDays, boolean mixed, Rules rules) {
        if (mixed) {
            return without(StatusReason.MIXED_SCALES, baseline, trial, lastDays);
        }
        if (!rules.diary().isBaselineEnough(baseline.answered())) {
            return without(StatusReason.BASELINE_INCOMPLETE, baseline, trial, lastDays);
        }
        if (baseline.mean().signum() == 0) {
            return without(StatusReason.BASELINE_ZERO, baseline, trial, lastDays);
        }
        Rational b = baseline.mean();
        if (!rules.diary().isTrialEnough(trial.answered(), trial.days())) {
            StatusReason reason = StatusReason.TRIAL_INCOMPLETE;
            return new PainRelief(statusFor(reason), reason, baseline, trial, lastDays, b, null);
        }
        Rational t = trial.mean();
        return new PainRelief(verdict(b, t, rules), null, baseline, trial, lastDays, b, t);
    }

    private static PainRelief without(
            StatusReason reason, DailyWindow baseline, DailyWindow trial, DailyWindow lastDays) {
        return new PainRelief(statusFor(reason), reason, baseline, trial, lastDays, null, null);
    }

    private static Status statusFor(StatusReason reason) {
        return switch (reason) {
            case BASELINE_ZERO, MIXED_SCALES, NOT_STARTED -> Status.NOT_EVALUABLE;
            case BASELINE_INCOMPLETE, TRIAL_INCOMPLETE -> Status.UNDETERMINED;
        };
    }

    static Status verdict(Rational baseline, Rational trial, Rules rules) {
        return leavesAtMost(rules.relief().responder(), baseline, trial) ? Status.RESPONDER : Status.NON_RESPONDER;
    }

    private static boolean leavesAtMost(Rational share, Rational baseline, Rational trial) {
        return trial.isAtMost(share.times(baseline));
    }

    /** 100·(B − T)/B; negative when worse. */
    static Rational percent(Rational baseline, Rational trial) {
        return HUNDRED.times(baseline.minus(trial)).dividedBy(baseline);
    }

    @Nullable
    Rational relief() {
        return baselineMean == null || trialMean == null ? null : percent(baselineMean, trialMean);
    }

    @Nullable
    Rational lastDaysRelief() {
        return baselineMean == null || lastDays.answered() == 0 ? null : percent(baselineMean, lastDays.mean());
    }

    @Nullable
    Grade grade(Rules.Relief rules) {
        if (baselineMean == null || trialMean == null) {
            return null;
        }
        if (leavesAtMost(rules.high(), baselineMean, trialMean)) {
            return Grade.HIGH;
        }
        if (leavesAtMost(rules.responder(), baselineMean, trialMean)) {
            return Grade.SUBSTANTIAL;
        }
        return leavesAtMost(rules.moderate(), baselineMean, trialMean) ? Grade.MODERATE : Grade.BELOW_MODERATE;
    }

    @Nullable
    Boolean remission(PainScale scale) {
        return trialMean == null ? null : trialMean.isAtMost(Rational.of(scale.remissionAtMost()));
    }

    @Nullable
    Boolean lowBaseline(PainScale scale) {
        return baselineMean == null ? null : baselineMean.isBelow(Rational.of(scale.lowBaselineBelow()));
    }
}

package io.dorsal.responder;

import io.dorsal.merge.Bounds;
import io.dorsal.merge.Merging;
import io.dorsal.model.Rational;
import io.dorsal.model.window.WindowRules;
import io.dorsal.responder.core.Rules;
import java.time.Duration;

/** The configuration, checked: a wrong value stops the start with a sentence that says how to mend it. */
final class Settings {
    private static final Bounds BOUNDS = new Bounds("dorsal.responder.rules.");
    private static final Duration DAY = Duration.ofDays(1);

    private Settings() {}

    static Merging check(ResponderConfig config) {
        rules(config);
        return new Merging("responder", config);
    }

    /** The rules of the definitions, with the choices made here. */
    static Rules rules(ResponderConfig config) {
        ResponderConfig.Rules chosen = config.rules();
        WindowRules diary = Rules.PAIN_RELIEF_1.diary();
        Rules.Clock clock = new Rules.Clock(
                chosen.clockOffsetMax(),
                chosen.clockLiveApartMin(),
                chosen.clockLiveDriftMax(),
                Rules.PAIN_RELIEF_1.clock().liveRunMin(),
                Rules.PAIN_RELIEF_1.clock().heldMax(),
                Rules.PAIN_RELIEF_1.clock().correctedMin());
        BOUNDS.range("trial-days-max", chosen.trialDaysMax(), 1, 366);
        BOUNDS.range("baseline-answered-days-min", chosen.baselineAnsweredDaysMin(), 1, diary.baselineDays());
        BOUNDS.range("trial-answered-days-min", chosen.trialAnsweredDaysMin(), 1, chosen.trialDaysMax());
        BOUNDS.range("trial-answered-percent-min", chosen.trialAnsweredPercentMin(), 0, 100);
        BOUNDS.range("washout", chosen.washout(), Duration.ZERO, DAY);
        BOUNDS.range("impedance-jump-factor", chosen.impedanceJumpFactor(), 1, 1_000);
        BOUNDS.range("clock-offset-max", clock.trustedMax(), Duration.ofMinutes(1), Duration.ofDays(365));
        BOUNDS.range("clock-live-apart-min", clock.liveApartMin(), Duration.ofSeconds(1), DAY);
        BOUNDS.range("clock-live-drift-max", clock.liveDriftMax(), Duration.ofSeconds(1), DAY);
        return new Rules(
                new WindowRules(
                        diary.baselineDays(),
                        chosen.baselineAnsweredDaysMin(),
                        chosen.trialAnsweredDaysMin(),
                        Rational.of(chosen.trialAnsweredPercentMin()).dividedBy(Rational.of(100)),
                        diary.lastDays(),
                        chosen.trialDaysMax()),
                Rules.PAIN_RELIEF_1.relief(),
                new Rules.Stimulation(chosen.washout(), Rational.of(chosen.impedanceJumpFactor())),
                clock,
                Rules.PAIN_RELIEF_1.limits());
    }
}

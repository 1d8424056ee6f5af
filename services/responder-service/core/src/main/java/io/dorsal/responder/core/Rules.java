package io.dorsal.responder.core;

import io.dorsal.model.DefinitionName;
import io.dorsal.model.Rational;
import io.dorsal.model.window.WindowRules;
import java.time.Duration;
import java.util.List;

/**
 * Every number of definitions {@code pain-relief/1} and {@code stimulation/1} that is a choice, in one place. What a
 * source prescribes is named with it; [ours] marks what no source prescribes.
 */
public record Rules(WindowRules diary, Relief relief, Stimulation stimulation, Clock clock, Limits limits) {
    /**
     * How much pain may remain, as a share of the baseline.
     *
     * @param high [EVOKE, 80 % relief]
     * @param responder [SENZA-RCT, ACCURATE, EVOKE; IMMPACT "substantial", 50 % relief]
     * @param moderate [IMMPACT, 30 % relief]
     * @param confidence two-sided, of the interval for relief
     */
    public record Relief(Rational high, Rational responder, Rational moderate, double confidence) {}

    /**
     * @param washout how long stimulation must have been on, or off, before a CURRENT entry [ours]
     * @param impedanceJump factor between two measurements of one contact that is shown [ours]
     */
    public record Stimulation(Duration washout, Rational impedanceJump) {}

    /**
     * @param trustedMax the offset beyond which a boot's times count as unknown
     * @param liveApartMin how far apart two receipts must be to tell live sending from a replay [ours]
     * @param liveDriftMax how much the lag may differ between two live samples [ours]
     * @param liveRunMin how many samples in a row must be alike to be live: two can be a replay in two pieces [ours]
     * @param heldMax how long a device may hold an event back; one that is dated earlier was not dated by a clock that
     *     was set [ours, so that an archive can be played]
     * @param correctedMin a smaller offset is transit, not a clock [ours]
     */
    public record Clock(
            Duration trustedMax,
            Duration liveApartMin,
            Duration liveDriftMax,
            int liveRunMin,
            Duration heldMax,
            Duration correctedMin) {}

    /** Bounds of the outcome's lists: the newest stay. The ledger says how many ranges there are in all. */
    public record Limits(int bandsMax, int shownMax, int missingRangesMax) {}

    public static final Rules PAIN_RELIEF_1 = new Rules(
            WindowRules.SEVEN_DAY_DIARY,
            new Relief(Rational.of(1, 5), Rational.of(1, 2), Rational.of(7, 10), 0.95),
            new Stimulation(Duration.ofMinutes(30), Rational.of(2)),
            new Clock(
                    Duration.ofHours(24),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    3,
                    Duration.ofDays(5 * 365),
                    Duration.ofMinutes(1)),
            new Limits(1_000, 200, 100));

    /** The name under which outcomes by these rules are shown. */
    String named(String definition) {
        return DefinitionName.of(definition, PAIN_RELIEF_1.numbers(), numbers());
    }

    private List<Object> numbers() {
        return List.of(
                diary.baselineDays(),
                diary.baselineAnsweredMin(),
                diary.trialAnsweredMin(),
                diary.trialAnsweredShareMin(),
                diary.lastDays(),
                diary.trialDaysMax(),
                relief.high,
                relief.responder,
                relief.moderate,
                relief.confidence,
                stimulation.washout,
                stimulation.impedanceJump,
                clock.trustedMax,
                clock.liveApartMin,
                clock.liveDriftMax,
                clock.liveRunMin,
                clock.heldMax,
                clock.correctedMin,
                limits.bandsMax,
                limits.shownMax,
                limits.missingRangesMax);
    }
}

package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import io.dorsal.model.window.WindowRules;
import java.time.Duration;

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
     */
    public record Clock(Duration trustedMax, Duration liveApartMin, Duration liveDriftMax) {}

    /** Bounds of the outcome's lists: the newest stay. The ledger says how many ranges there are in all. */
    public record Limits(int bandsMax, int shownMax, int missingRangesMax) {}

    public static final Rules PAIN_RELIEF_1 = new Rules(
            WindowRules.SEVEN_DAY_DIARY,
            new Relief(Rational.of(1, 5), Rational.of(1, 2), Rational.of(7, 10), 0.95),
            new Stimulation(Duration.ofMinutes(30), Rational.of(2)),
            new Clock(Duration.ofHours(24), Duration.ofSeconds(60), Duration.ofSeconds(60)),
            new Limits(1_000, 200, 100));
}

package io.dorsal.responder.core;

import io.dorsal.model.FactDigest;
import io.dorsal.model.Rational;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every number of definitions {@code pain-relief/1} and {@code stimulation/1} that is a choice, in one place. What a
 * source prescribes is named with it; [ours] marks what no source prescribes.
 */
public record Rules(Diary diary, Relief relief, Stimulation stimulation, Clock clock, Limits limits) {
    private static final int FINGERPRINT_LENGTH = 8;

    /**
     * Which days make a mean.
     *
     * @param baselineDays local dates before the placement date [7-day diary of the SCS RCT protocols]
     * @param baselineAnsweredMin [ours]
     * @param trialAnsweredMin [ours]
     * @param trialAnsweredShareMin of the trial days [ours]
     * @param lastDays shown beside the whole trial ["average of last 3 days" in protocols]
     * @param trialDaysMax a bound for a trial whose removal nobody entered; the registry refuses longer ones [ours]
     */
    public record Diary(
            int baselineDays,
            int baselineAnsweredMin,
            int trialAnsweredMin,
            Rational trialAnsweredShareMin,
            int lastDays,
            int trialDaysMax) {}

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
     *     was set [ours, as long as a trial can be]
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
            new Diary(7, 4, 3, Rational.of(1, 2), 3, 60),
            new Relief(Rational.of(1, 5), Rational.of(1, 2), Rational.of(7, 10), 0.95),
            new Stimulation(Duration.ofMinutes(30), Rational.of(2)),
            new Clock(
                    Duration.ofHours(24),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    3,
                    Duration.ofDays(60),
                    Duration.ofMinutes(1)),
            new Limits(1_000, 200, 100));

    /**
     * The name under which outcomes by these rules are shown: the definition's own, or with a fingerprint where a number
     * is not the definition's. Two sets of rules never share a name.
     */
    String named(String definition) {
        return equals(PAIN_RELIEF_1) ? definition : definition + "+" + fingerprint();
    }

    private String fingerprint() {
        return FactDigest.sha256(canonical().getBytes(StandardCharsets.UTF_8)).substring(0, FINGERPRINT_LENGTH);
    }

    /** Every number, in the order of the components; a record's own text is not specified to stay the same. */
    private String canonical() {
        return Stream.of(
                        diary.baselineDays,
                        diary.baselineAnsweredMin,
                        diary.trialAnsweredMin,
                        diary.trialAnsweredShareMin,
                        diary.lastDays,
                        diary.trialDaysMax,
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
                        limits.missingRangesMax)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}

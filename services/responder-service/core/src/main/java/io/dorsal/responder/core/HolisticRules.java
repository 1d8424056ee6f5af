package io.dorsal.responder.core;

import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticDomain;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every number of definition {@code holistic/1}. MCIDs are contested, so that all of them are for configuring; decision
 * 16 says where each default comes from. [ours] marks what no source prescribes.
 *
 * @param painNrs MCID 2 [EVOKE holistic analysis]; impaired where {@code lowBaseline} ends [IMMPACT]
 * @param painVas 20 mm [EVOKE holistic analysis]; as for the NRS
 * @param odi 10 percent [EVOKE holistic analysis; Hara 2022]; from "moderate disability" on [Fairbank and Pynsent 2000]
 * @param eq5d5l 0.074 [EVOKE holistic analysis]; where there is room for one MCID [ours]
 * @param promisPhysicalFunction 5 [EVOKE holistic analysis]; half a standard deviation from the reference mean,
 *     where "mild" begins [HealthMeasures], as for the two below
 * @param sleep a fifth of the scale, as for pain [ours]; where there is room for one MCID [ours]
 * @param baselineAgeMax an older score tells of another time [ours]
 */
public record HolisticRules(
        Threshold painNrs,
        Threshold painVas,
        Threshold odi,
        Threshold eq5d5l,
        Threshold promisPhysicalFunction,
        Threshold promisPainInterference,
        Threshold promisSleepDisturbance,
        Threshold sleep,
        Duration baselineAgeMax) {
    /**
     * @param mcid the minimal clinically important difference, in points of the scale
     * @param impairedFrom a baseline as bad as this is impaired: at least it where lower is better, at most it where
     *     higher is
     */
    public record Threshold(Rational mcid, Rational impairedFrom) {}

    public static final HolisticRules HOLISTIC_1 = new HolisticRules(
            new Threshold(Rational.of(2), Rational.of(PainScale.NRS.lowBaselineBelow())),
            new Threshold(Rational.of(20), Rational.of(PainScale.VAS.lowBaselineBelow())),
            new Threshold(Rational.of(10), Rational.of(21)),
            new Threshold(Rational.of(74, 1_000), Rational.of(926, 1_000)),
            new Threshold(Rational.of(5), Rational.of(45)),
            new Threshold(Rational.of(5), Rational.of(55)),
            new Threshold(Rational.of(5), Rational.of(55)),
            new Threshold(Rational.of(2), Rational.of(8)),
            Duration.ofDays(90));

    /** The pain scale only matters to pain. */
    Threshold of(HolisticDomain domain, PainScale scale) {
        return switch (domain) {
            case PAIN ->
                switch (scale) {
                    case NRS -> painNrs;
                    case VAS -> painVas;
                };
            case ODI -> odi;
            case EQ_5D_5L -> eq5d5l;
            case PROMIS_PHYSICAL_FUNCTION -> promisPhysicalFunction;
            case PROMIS_PAIN_INTERFERENCE -> promisPainInterference;
            case PROMIS_SLEEP_DISTURBANCE -> promisSleepDisturbance;
            case SLEEP -> sleep;
        };
    }

    /** In an order that stays, for the fingerprint. */
    List<?> numbers() {
        Stream<Object> thresholds = Stream.of(
                        painNrs,
                        painVas,
                        odi,
                        eq5d5l,
                        promisPhysicalFunction,
                        promisPainInterference,
                        promisSleepDisturbance,
                        sleep)
                .flatMap(threshold -> Stream.of(threshold.mcid, threshold.impairedFrom));
        return Stream.concat(thresholds, Stream.of(baselineAgeMax)).toList();
    }
}

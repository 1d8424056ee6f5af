package io.dorsal.responder;

import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.report.Instrument;
import io.dorsal.responder.core.HolisticRules;
import io.dorsal.responder.core.HolisticRules.Threshold;
import java.math.BigDecimal;
import java.time.Duration;

/** The thresholds of {@code holistic/1}, checked: what counts as impaired must leave room for one MCID. */
final class HolisticSettings {
    private static final BigDecimal MCID_MIN = new BigDecimal("0.001");

    private HolisticSettings() {}

    static HolisticRules rules(ResponderConfig.Rules chosen) {
        ResponderConfig.Mcid mcid = chosen.mcid();
        ResponderConfig.Impaired from = chosen.impairedFrom();
        Settings.BOUNDS.range(
                "function-baseline-age-max", chosen.functionBaselineAgeMax(), Duration.ofDays(1), Duration.ofDays(366));
        return new HolisticRules(
                pain("pain-nrs", PainScale.NRS, mcid.painNrs(), from.painNrs()),
                pain("pain-vas", PainScale.VAS, mcid.painVas(), from.painVas()),
                lowerIsBetter("odi", "odi", Instrument.ODI, mcid.odi(), from.odi()),
                higherIsBetter("eq5d5l", "eq5d5l", Instrument.EQ_5D_5L, mcid.eq5d5l(), from.eq5d5l()),
                higherIsBetter(
                        "promis",
                        "promis-physical-function",
                        Instrument.PROMIS_PHYSICAL_FUNCTION,
                        mcid.promis(),
                        from.promisPhysicalFunction()),
                lowerIsBetter(
                        "promis",
                        "promis-pain-interference",
                        Instrument.PROMIS_PAIN_INTERFERENCE,
                        mcid.promis(),
                        from.promisPainInterference()),
                lowerIsBetter(
                        "promis",
                        "promis-sleep-disturbance",
                        Instrument.PROMIS_SLEEP_DISTURBANCE,
                        mcid.promis(),
                        from.promisSleepDisturbance()),
                higherIsBetter("sleep", "sleep", Instrument.SLEEP, mcid.sleep(), from.sleep()),
                chosen.functionBaselineAgeMax());
    }

    private static Threshold pain(String key, PainScale scale, BigDecimal mcid, BigDecimal from) {
        BigDecimal max = BigDecimal.valueOf(scale.worst());
        return checked(key, key, mcid, max, from, mcid, max);
    }

    private static Threshold lowerIsBetter(
            String mcidKey, String fromKey, Instrument scale, BigDecimal mcid, BigDecimal from) {
        BigDecimal min = BigDecimal.valueOf(scale.min());
        BigDecimal max = BigDecimal.valueOf(scale.max());
        return checked(mcidKey, fromKey, mcid, max.subtract(min), from, min.add(mcid), max);
    }

    private static Threshold higherIsBetter(
            String mcidKey, String fromKey, Instrument scale, BigDecimal mcid, BigDecimal from) {
        BigDecimal min = BigDecimal.valueOf(scale.min());
        BigDecimal max = BigDecimal.valueOf(scale.max());
        return checked(mcidKey, fromKey, mcid, max.subtract(min), from, min, max.subtract(mcid));
    }

    private static Threshold checked(
            String mcidKey,
            String fromKey,
            BigDecimal mcid,
            BigDecimal mcidMax,
            BigDecimal from,
            BigDecimal fromMin,
            BigDecimal fromMax) {
        Settings.BOUNDS.range("mcid." + mcidKey, mcid, MCID_MIN, mcidMax);
        Settings.BOUNDS.range("impaired-from." + fromKey, from, fromMin, fromMax);
        return new Threshold(Rational.of(mcid), Rational.of(from));
    }
}

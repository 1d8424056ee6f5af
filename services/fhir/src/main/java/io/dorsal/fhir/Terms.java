package io.dorsal.fhir;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.report.Instrument;
import java.util.Arrays;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** Which code stands for which scale, construct and instrument; the same in both directions. */
public final class Terms {
    private Terms() {}

    public static String loinc(PainScale scale) {
        return switch (scale) {
            case NRS -> "72514-3";
            case VAS -> "38214-3";
        };
    }

    /** Null where no public code is confirmed. */
    public static @Nullable String loinc(Instrument instrument) {
        return switch (instrument) {
            case ODI -> "97909-6";
            case PROMIS_PHYSICAL_FUNCTION -> "71959-1";
            case PROMIS_PAIN_INTERFERENCE -> "71961-7";
            case PROMIS_SLEEP_DISTURBANCE -> "71955-9";
            case EQ_5D_5L, PGIC, SLEEP -> null;
        };
    }

    public static LocalCode local(Instrument instrument) {
        return LocalCode.valueOf(instrument.name());
    }

    public static LocalCode local(PainConstruct construct) {
        return switch (construct) {
            case AVERAGE -> LocalCode.PAIN_AVERAGE;
            case WORST -> LocalCode.PAIN_WORST;
            case LEAST -> LocalCode.PAIN_LEAST;
            case CURRENT -> LocalCode.PAIN_CURRENT;
        };
    }

    /** The scale's public code, and which pain it speaks of beside. */
    public static CodeableConcept pain(PainScale scale, PainConstruct construct) {
        return new CodeableConcept()
                .addCoding(new Coding(Systems.LOINC, loinc(scale), null))
                .addCoding(local(construct).coding());
    }

    public static CodeableConcept score(Instrument instrument) {
        String loinc = loinc(instrument);
        return loinc == null ? local(instrument).concept() : Elements.concept(Systems.LOINC, loinc);
    }

    public static Elements.Unit unit(PainScale scale) {
        return switch (scale) {
            case NRS -> Elements.SCORE;
            case VAS -> Elements.MILLIMETRES;
        };
    }

    public static @Nullable PainScale painScale(Coding coding) {
        return Arrays.stream(PainScale.values())
                .filter(scale -> is(coding, Systems.LOINC, loinc(scale)))
                .findFirst()
                .orElse(null);
    }

    public static @Nullable PainConstruct painConstruct(Coding coding) {
        return Arrays.stream(PainConstruct.values())
                .filter(construct -> is(coding, Systems.LOCAL, local(construct).word()))
                .findFirst()
                .orElse(null);
    }

    /** By public or local code. */
    public static @Nullable Instrument instrument(Coding coding) {
        return Arrays.stream(Instrument.values())
                .filter(instrument ->
                        is(coding, Systems.LOCAL, local(instrument).word())
                                || is(coding, Systems.LOINC, loinc(instrument)))
                .findFirst()
                .orElse(null);
    }

    public static boolean is(Coding coding, String system, @Nullable String code) {
        return code != null && code.equals(coding.getCode()) && system.equals(coding.getSystem());
    }
}

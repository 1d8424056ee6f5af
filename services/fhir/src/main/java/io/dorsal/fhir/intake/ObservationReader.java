package io.dorsal.fhir.intake;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.Terms;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Reason;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.ReportKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** An Observation as a report: pain, the score of a questionnaire, perceived relief, an attested reduction. */
final class ObservationReader {
    static final String EXPECTED_CODE = "LOINC 72514-3, 38214-3, 97909-6, 71959-1, 71961-7 or 71955-9, or a code of "
            + Systems.LOCAL + " for a report";

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final Set<ObservationStatus> STATED =
            Set.of(ObservationStatus.FINAL, ObservationStatus.AMENDED, ObservationStatus.CORRECTED);

    /** Ways to write a score without a unit. */
    private static final Set<String> SCORE_UNITS = Set.of("{score}", "score", "1", "{points}", "/10");

    private static final Set<String> T_SCORE_UNITS =
            Set.of("{score}", "score", "1", "{Tscore}", "{T-score}", "T-score");

    private final Told told;

    ObservationReader(Told told) {
        this.told = told;
    }

    static boolean concerns(Observation observation) {
        return find(observation, Terms::painScale) != null
                || find(observation, Terms::instrument) != null
                || has(observation, LocalCode.PERCEIVED_RELIEF)
                || has(observation, LocalCode.ANALGESIC_REDUCTION);
    }

    ReportItem read(Observation observation) {
        ReportItem item = told.item(observation, observation.getIdentifier()).kind(kind(observation));
        ObservationStatus status = observation.getStatus();
        if (status == ObservationStatus.ENTEREDINERROR) {
            return item.retracted();
        }
        if (status == null || !STATED.contains(status)) {
            throw told.malformed(
                    status == null ? Reason.MISSING_FIELD : Reason.UNKNOWN_VALUE,
                    "status",
                    "final, amended, corrected or entered-in-error");
        }
        item.put("at", told.time(effective(observation), "effective"), "effective");
        PainScale scale = find(observation, Terms::painScale);
        if (scale != null) {
            return pain(item, observation, scale);
        }
        Instrument instrument = find(observation, Terms::instrument);
        return instrument == null ? percent(item, observation) : score(item, observation, instrument);
    }

    private static ReportKind kind(Observation observation) {
        if (find(observation, Terms::painScale) != null) {
            return ReportKind.PAIN;
        }
        if (find(observation, Terms::instrument) != null) {
            return ReportKind.FUNCTION;
        }
        return has(observation, LocalCode.PERCEIVED_RELIEF)
                ? ReportKind.PERCEIVED_RELIEF
                : ReportKind.ANALGESIC_REDUCTION;
    }

    /** LOINC's codes do not say which pain is meant; where the sender does not either, it is the trial's question. */
    private ReportItem pain(ReportItem item, Observation observation, PainScale scale) {
        PainConstruct construct = find(observation, Terms::painConstruct);
        return item.put("scale", scale.word(), "code")
                .put(
                        "construct",
                        Objects.requireNonNullElse(construct, told.trial().painConstruct())
                                .word(),
                        "code")
                .put("score", painScore(observation, scale), "value");
    }

    private BigDecimal painScore(Observation observation, PainScale scale) {
        return switch (scale) {
            case NRS -> value(observation, SCORE_UNITS, "a score from 0 to 10");
            // A score of 7 may be 7 mm or 7 cm on this scale: the unit has to say.
            case VAS -> {
                Quantity quantity = observation.hasValueQuantity() ? observation.getValueQuantity() : null;
                String unit = quantity == null ? null : unit(quantity);
                BigDecimal millimetres = value(
                        observation,
                        Set.of("mm", "cm"),
                        "a length with the unit mm or cm, since a score alone can be of 10 or of 100");
                if (unit == null) {
                    throw told.missing("value", "a length with the unit mm or cm");
                }
                yield unit.equals("cm") ? Elements.plain(millimetres.multiply(TEN)) : millimetres;
            }
        };
    }

    private ReportItem score(ReportItem item, Observation observation, Instrument instrument) {
        Set<String> units = switch (instrument) {
            case ODI -> Set.of("{score}", "score", "1", "%");
            case PROMIS_PHYSICAL_FUNCTION, PROMIS_PAIN_INTERFERENCE, PROMIS_SLEEP_DISTURBANCE -> T_SCORE_UNITS;
            // Its direction has no place in an Observation.
            case PGIC -> throw told.unknown("code", "a QuestionnaireResponse, which says the coding direction too");
            case EQ_5D_5L, SLEEP -> SCORE_UNITS;
        };
        return item.put("instrument", instrument.word(), "code")
                .put("score", value(observation, units, "the score"), "value");
    }

    private ReportItem percent(ReportItem item, Observation observation) {
        item.put("percent", value(observation, Set.of("%"), "a percentage"), "value");
        if (has(observation, LocalCode.ANALGESIC_REDUCTION)) {
            item.put("attestedBy", attestedBy(observation.getPerformer()), "performer");
        }
        return item;
    }

    private String attestedBy(List<Reference> performers) {
        return performers.stream()
                .map(performer -> performer.getIdentifier().getValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> told.missing("performer", "an identifier of whoever attests it"));
    }

    private static @Nullable BaseDateTimeType effective(Observation observation) {
        return observation.getEffective() instanceof BaseDateTimeType time ? time : null;
    }

    /** A value that is absent for a reason is no report: a missing day is a day without one. */
    private BigDecimal value(Observation observation, Set<String> units, String expected) {
        Type value = observation.getValue();
        if (value instanceof IntegerType whole && whole.getValue() != null) {
            return BigDecimal.valueOf(whole.getValue());
        }
        if (!(value instanceof Quantity quantity) || quantity.getValue() == null) {
            throw told.missing("value", expected + ", as Quantity or integer");
        }
        if (quantity.hasComparator()) {
            throw told.unknown("value.comparator", "no comparator: " + expected);
        }
        String unit = unit(quantity);
        if (unit != null && !units.contains(unit)) {
            throw told.unknown("value." + (quantity.hasCode() ? "code" : "unit"), expected);
        }
        return quantity.getValue();
    }

    private static @Nullable String unit(Quantity quantity) {
        return quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
    }

    private static boolean has(Observation observation, LocalCode code) {
        return observation.getCode().hasCoding(Systems.LOCAL, code.word());
    }

    private static <T> @Nullable T find(Observation observation, Function<Coding, @Nullable T> meaning) {
        for (Coding coding : observation.getCode().getCoding()) {
            T found = meaning.apply(coding);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

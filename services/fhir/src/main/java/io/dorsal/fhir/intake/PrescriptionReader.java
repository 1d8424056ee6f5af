package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.fhir.Elements;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.jspecify.annotations.Nullable;

/**
 * A MedicationRequest as one line of a trial's regimen, at its maximum.
 */
final class PrescriptionReader {
    static final String DOSE = "dosageInstruction.doseAndRate.dose";
    static final String TIMING = "dosageInstruction.timing";
    private static final int PLACES = 12;

    private static final Set<MedicationRequestIntent> ORDERED = Set.of(
            MedicationRequestIntent.ORDER,
            MedicationRequestIntent.ORIGINALORDER,
            MedicationRequestIntent.REFLEXORDER,
            MedicationRequestIntent.FILLERORDER,
            MedicationRequestIntent.INSTANCEORDER);

    /** HL7's abbreviations for how often, in times per day. */
    private static final Map<String, BigDecimal> TIMES_PER_DAY = Map.ofEntries(
            Map.entry("QD", BigDecimal.ONE),
            Map.entry("AM", BigDecimal.ONE),
            Map.entry("PM", BigDecimal.ONE),
            Map.entry("BED", BigDecimal.ONE),
            Map.entry("BID", BigDecimal.valueOf(2)),
            Map.entry("TID", BigDecimal.valueOf(3)),
            Map.entry("QID", BigDecimal.valueOf(4)),
            Map.entry("QOD", new BigDecimal("0.5")),
            Map.entry("Q4H", BigDecimal.valueOf(6)),
            Map.entry("Q6H", BigDecimal.valueOf(4)),
            Map.entry("Q8H", BigDecimal.valueOf(3)));

    private final Told told;

    PrescriptionReader(Told told) {
        this.told = told;
    }

    /** @throws Malformed also when the line does not fit the trial as it is known now */
    RegimenLine read(MedicationRequest request) {
        boolean withdrawn = isWithdrawn(request);
        RegimenLine line = new RegimenLine(withdrawn ? key(request) : line(request), withdrawn);
        // Tried at once, so that it is refused together with the rest.
        Trial unused = line.apply(told.trial());
        return line;
    }

    private boolean isWithdrawn(MedicationRequest request) {
        MedicationRequestIntent intent = request.getIntent();
        if (intent == null || !ORDERED.contains(intent)) {
            throw told.malformed(
                    intent == null ? Reason.MISSING_FIELD : Reason.UNKNOWN_VALUE, "intent", "an order, not a plan");
        }
        if (request.getDoNotPerform()) {
            throw told.unknown("doNotPerform", "a prescription, not a prohibition");
        }
        return switch (request.getStatus()) {
            case ACTIVE, COMPLETED, STOPPED -> false;
            case ENTEREDINERROR, CANCELLED -> true;
            case null -> throw told.missing("status", "active, completed, stopped, cancelled or entered-in-error");
            default -> throw told.unknown("status", "active, completed, stopped, cancelled or entered-in-error");
        };
    }

    private ObjectNode key(MedicationRequest request) {
        Dosage dosage = dosage(request);
        Period bounds = bounds(dosage);
        LocalDate from = bounds != null && bounds.hasStart()
                ? told.date(bounds.getStartElement(), TIMING + ".repeat.bounds.start")
                : told.date(request.hasAuthoredOn() ? request.getAuthoredOnElement() : null, "authoredOn");
        return Json.object()
                .put(
                        "rxcui",
                        told.rxcui(told.medication(
                                request.hasMedicationCodeableConcept() ? request.getMedicationCodeableConcept() : null,
                                request.hasMedicationReference() ? request.getMedicationReference() : null)))
                .put("asNeeded", isAsNeeded(dosage))
                .put("from", from.toString());
    }

    private ObjectNode line(MedicationRequest request) {
        Dosage dosage = dosage(request);
        Quantity dose = Dosed.exact(told, dose(dosage), DOSE);
        return key(request)
                .put("quantity", dose.getValue())
                .put("unit", Dosed.unit(dose))
                .put("timesPerDay", timesPerDay(dosage.getTiming()))
                .put("to", end(request, bounds(dosage)));
    }

    private Dosage dosage(MedicationRequest request) {
        if (request.getDosageInstruction().size() != 1
                || request.getDosageInstructionFirstRep().getDoseAndRate().size() > 1) {
            throw told.missing("dosageInstruction", "one instruction with one dose: send one request for each");
        }
        return request.getDosageInstructionFirstRep();
    }

    private static boolean isAsNeeded(Dosage dosage) {
        return dosage.getAsNeeded() instanceof CodeableConcept
                || (dosage.getAsNeeded() instanceof BooleanType asNeeded && asNeeded.booleanValue());
    }

    /** Of a range its upper end. */
    private static @Nullable Quantity dose(Dosage dosage) {
        return switch (dosage.getDoseAndRateFirstRep().getDose()) {
            case Quantity quantity -> quantity;
            case Range range -> range.hasHigh() ? range.getHigh() : null;
            case null, default -> null;
        };
    }

    private static @Nullable Period bounds(Dosage dosage) {
        return dosage.getTiming().getRepeat().getBounds() instanceof Period period ? period : null;
    }

    /** What has ended needs its end: without it the line would count on and on. */
    private @Nullable String end(MedicationRequest request, @Nullable Period bounds) {
        String element = TIMING + ".repeat.bounds.end";
        if (bounds != null && bounds.hasEnd()) {
            return told.date(bounds.getEndElement(), element).toString();
        }
        if (request.getStatus() != MedicationRequestStatus.ACTIVE) {
            throw told.missing(element, "the last date, since it is over");
        }
        return null;
    }

    private BigDecimal timesPerDay(Timing timing) {
        TimingRepeatComponent repeat = timing.getRepeat();
        if (repeat.hasPeriod() && repeat.hasPeriodUnit()) {
            return timesPerDay(repeat);
        }
        return timing.getCode().getCoding().stream()
                .filter(coding -> coding.hasCode() && TIMES_PER_DAY.containsKey(coding.getCode()))
                .map(coding -> TIMES_PER_DAY.get(coding.getCode()))
                .findFirst()
                .orElseThrow(() -> told.missing(
                        TIMING, "repeat with frequency, period and periodUnit, or a code such as BID or Q6H"));
    }

    /** The most that is allowed; rounded up where it has no exact decimal, as in every seven hours. */
    private BigDecimal timesPerDay(TimingRepeatComponent repeat) {
        int times =
                repeat.hasFrequencyMax() ? repeat.getFrequencyMax() : repeat.hasFrequency() ? repeat.getFrequency() : 1;
        if (repeat.getPeriod().signum() <= 0) {
            throw told.malformed(Reason.OUT_OF_BOUNDS, TIMING + ".repeat.period", "more than 0");
        }
        BigDecimal periodsPerDay = periodsPerDay(repeat.getPeriodUnit());
        return Elements.plain(
                BigDecimal.valueOf(times).multiply(periodsPerDay).divide(repeat.getPeriod(), PLACES, RoundingMode.UP));
    }

    private BigDecimal periodsPerDay(UnitsOfTime unit) {
        return switch (unit) {
            case MIN -> BigDecimal.valueOf(1_440);
            case H -> BigDecimal.valueOf(24);
            case D -> BigDecimal.ONE;
            case WK -> BigDecimal.ONE.divide(BigDecimal.valueOf(7), 2 * PLACES, RoundingMode.UP);
            default -> throw told.unknown(TIMING + ".repeat.periodUnit", "min, h, d or wk");
        };
    }
}

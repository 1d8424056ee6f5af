package io.dorsal.fhir.intake;

import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.Terms;
import io.dorsal.model.Reason;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.trial.Regimen;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** A MedicationAdministration or MedicationStatement as one dose taken, one patch worn, or a day of nothing. */
final class DoseReader {
    /** What a status comes to. */
    private enum Course {
        OVER,
        GOING_ON,
        NOT_TAKEN,
        IN_ERROR
    }

    /** The two resources in the terms that they share. */
    private record Dose(
            Course course,
            List<Coding> medication,
            @Nullable Type effective,
            CodeableConcept route,
            @Nullable Quantity quantity,
            String quantityElement) {
        boolean isPatch() {
            return Dosed.isPatch(route, quantity);
        }
    }

    private final Told told;

    DoseReader(Told told) {
        this.told = told;
    }

    ReportItem read(MedicationAdministration given) {
        Course course = switch (given.getStatus()) {
            case COMPLETED -> Course.OVER;
            case INPROGRESS -> Course.GOING_ON;
            case NOTDONE -> Course.NOT_TAKEN;
            case ENTEREDINERROR -> Course.IN_ERROR;
            case null -> throw noStatus("completed, in-progress, not-done or entered-in-error");
            default -> throw told.unknown("status", "completed, in-progress, not-done or entered-in-error");
        };
        return read(
                told.item(given, given.getIdentifier()),
                new Dose(
                        course,
                        told.medication(
                                given.hasMedicationCodeableConcept() ? given.getMedicationCodeableConcept() : null,
                                given.hasMedicationReference() ? given.getMedicationReference() : null),
                        given.getEffective(),
                        given.getDosage().getRoute(),
                        given.getDosage().hasDose() ? given.getDosage().getDose() : null,
                        "dosage.dose"));
    }

    ReportItem read(MedicationStatement stated) {
        Course course = switch (stated.getStatus()) {
            case COMPLETED -> Course.OVER;
            case ACTIVE -> Course.GOING_ON;
            case NOTTAKEN -> Course.NOT_TAKEN;
            case ENTEREDINERROR -> Course.IN_ERROR;
            case null -> throw noStatus("completed, active, not-taken or entered-in-error");
            default -> throw told.unknown("status", "completed, active, not-taken or entered-in-error");
        };
        return read(
                told.item(stated, stated.getIdentifier()),
                new Dose(
                        course,
                        told.medication(
                                stated.hasMedicationCodeableConcept() ? stated.getMedicationCodeableConcept() : null,
                                stated.hasMedicationReference() ? stated.getMedicationReference() : null),
                        stated.getEffective(),
                        stated.getDosageFirstRep().getRoute(),
                        quantity(stated.getDosage()),
                        "dosage.doseAndRate.dose"));
    }

    private RuntimeException noStatus(String expected) {
        return told.missing("status", expected);
    }

    private @Nullable Quantity quantity(List<Dosage> dosages) {
        if (dosages.size() > 1
                || dosages.stream().anyMatch(dosage -> dosage.getDoseAndRate().size() > 1)) {
            throw told.malformed(Reason.TOO_MANY_ITEMS, "dosage", "one dose: send one resource for each");
        }
        return dosages.isEmpty()
                        || !(dosages.getFirst().getDoseAndRateFirstRep().getDose() instanceof Quantity quantity)
                ? null
                : quantity;
    }

    private ReportItem read(ReportItem item, Dose dose) {
        return switch (dose.course()) {
            case IN_ERROR -> item.kind(kind(dose)).retracted();
            case NOT_TAKEN -> nothing(item, dose);
            case OVER, GOING_ON -> dose.isPatch() ? patch(item, dose) : intake(item, dose);
        };
    }

    private static ReportKind kind(Dose dose) {
        if (dose.medication().stream().anyMatch(DoseReader::isAnyOpioid)) {
            return ReportKind.NO_INTAKE;
        }
        return dose.isPatch() ? ReportKind.PATCH : ReportKind.INTAKE;
    }

    /** A stretch of time is how something is taken, again and again; one dose has one time. */
    private ReportItem intake(ReportItem item, Dose dose) {
        DateTimeType at = dose.effective() instanceof DateTimeType time ? time : null;
        Quantity quantity = Dosed.exact(told, dose.quantity(), dose.quantityElement());
        return item.kind(ReportKind.INTAKE)
                .put("at", told.time(at, "effective"), "effective")
                .put("rxcui", told.rxcui(dose.medication()), "medication")
                .put("quantity", quantity.getValue(), dose.quantityElement() + ".value")
                .put("unit", Dosed.unit(quantity), dose.quantityElement() + ".code");
    }

    /** Without an end a patch counts on and on, so only one that is said to be on may have none. */
    private ReportItem patch(ReportItem item, Dose dose) {
        Quantity quantity = dose.quantity();
        if (quantity != null
                && (quantity.getValue() == null || quantity.getValue().intValue() != 1)) {
            throw told.malformed(Reason.OUT_OF_BOUNDS, dose.quantityElement(), "one patch: send one resource for each");
        }
        if (!(dose.effective() instanceof Period period)) {
            throw told.malformed(Reason.WRONG_TYPE, "effective", "a Period: from when to when the patch was worn");
        }
        item.kind(ReportKind.PATCH)
                .put("rxcui", told.rxcui(dose.medication()), "medication")
                .put("from", told.time(period.getStartElement(), "effective.start"), "effective.start");
        return period.hasEnd() || dose.course() == Course.OVER
                ? item.put("to", told.time(period.getEndElement(), "effective.end"), "effective.end")
                : item;
    }

    /**
     * "Nothing was taken" makes the day a zero. That one drug was not taken says so only when it is all that is
     * prescribed then; with another one beside it the day is unknown.
     */
    private ReportItem nothing(ReportItem item, Dose dose) {
        DateTimeType time = dose.effective() instanceof DateTimeType at ? at : null;
        LocalDate date = told.date(time, "effective");
        if (dose.medication().stream().noneMatch(DoseReader::isAnyOpioid)
                && !isAllThatIsPrescribed(told.rxcui(dose.medication()), date)) {
            throw told.unknown(
                    "medication",
                    "code %s of %s: that one drug was not taken does not say that nothing was"
                            .formatted(LocalCode.ANY_OPIOID.word(), Systems.LOCAL));
        }
        return item.kind(ReportKind.NO_INTAKE).put("date", date.toString(), "effective");
    }

    private boolean isAllThatIsPrescribed(String rxcui, LocalDate date) {
        List<Regimen> inForce = told.trial().regimen().stream()
                .filter(drug -> !date.isBefore(drug.from()) && (drug.to() == null || !date.isAfter(drug.to())))
                .toList();
        return !inForce.isEmpty()
                && inForce.stream().allMatch(drug -> drug.rxcui().equals(rxcui));
    }

    private static boolean isAnyOpioid(Coding coding) {
        return Terms.is(coding, Systems.LOCAL, LocalCode.ANY_OPIOID.word());
    }
}

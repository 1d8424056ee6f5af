package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.document.Draft.Reported;
import io.dorsal.model.LocalDays;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Patch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** What was taken, as MedicationStatements: doses and patches of the measured days, and the days of nothing. */
final class Doses {
    /** SNOMED CT: by way of the skin. */
    private static final String TRANSDERMAL = "45890007";

    // A unit that only looks like UCUM would make the resource invalid: it is shown as text alone.
    private static final Pattern SURE_UCUM = Pattern.compile("\\{[a-z]{1,20}}|[mu]?g|m?[lL]|1");

    private final Draft draft;
    private final LocalDays days;
    private final Set<LocalDate> measured;
    private final List<Reference> doses = new ArrayList<>();

    private Doses(Draft draft, OpioidOutcome outcome) {
        this.draft = draft;
        this.days = draft.trial().days();
        this.measured = outcome.days().stream()
                .filter(OpioidPart::isMeasured)
                .map(OpioidOutcome.Day::date)
                .collect(Collectors.toSet());
    }

    static List<Reference> of(Draft draft, OpioidOutcome outcome) {
        return new Doses(draft, outcome).doses();
    }

    private List<Reference> doses() {
        draft.reports(Intake.class, Intake::at).stream()
                .filter(intake -> measured.contains(days.dateOf(intake.states().at())))
                .forEach(this::intake);
        draft.reports(Patch.class, Patch::from).stream()
                .filter(patch -> isWornOnMeasuredDay(patch.states()))
                .forEach(this::patch);
        draft.reports(NoIntake.class, none -> days.startOf(none.date())).stream()
                .filter(none -> measured.contains(none.states().date()))
                .forEach(this::nothing);
        return doses;
    }

    private boolean isWornOnMeasuredDay(Patch patch) {
        LocalDate from = days.dateOf(patch.from());
        Instant end = patch.to();
        return measured.stream()
                .anyMatch(date -> !date.isBefore(from)
                        && (end == null || days.startOf(date).isBefore(end)));
    }

    private void intake(Reported<Intake> intake) {
        Intake states = intake.states();
        add(
                intake.report(),
                statement(intake.report(), MedicationStatementStatus.COMPLETED, drug(states.rxcui()))
                        .setEffective(Elements.dateTime(states.at()))
                        .addDosage(dosage(quantity(states))));
    }

    private void patch(Reported<Patch> patch) {
        Patch states = patch.states();
        Instant asOf = draft.identity().asOf();
        boolean off = states.to() != null && !states.to().isAfter(asOf);
        MedicationStatementStatus status = off ? MedicationStatementStatus.COMPLETED : MedicationStatementStatus.ACTIVE;
        add(
                patch.report(),
                statement(patch.report(), status, drug(states.rxcui()))
                        .setEffective(Elements.period(states.from(), off ? states.to() : null))
                        .addDosage(new Dosage().setRoute(Elements.concept(Systems.SNOMED, TRANSDERMAL))));
    }

    private void nothing(Reported<NoIntake> none) {
        add(
                none.report(),
                statement(none.report(), MedicationStatementStatus.NOTTAKEN, LocalCode.ANY_OPIOID.concept())
                        .setEffective(Elements.dateTime(none.states().date())));
    }

    private void add(PatientReport report, MedicationStatement statement) {
        Draft.revised(statement, report);
        doses.add(draft.entries().add(statement));
    }

    private MedicationStatement statement(
            PatientReport report, MedicationStatementStatus status, CodeableConcept medication) {
        return new MedicationStatement()
                .addIdentifier(draft.identifier(report))
                .setStatus(status)
                .setMedication(medication)
                .setSubject(draft.parties().patient())
                .setInformationSource(draft.parties().patient());
    }

    private static CodeableConcept drug(String rxcui) {
        return Elements.concept(Systems.RXNORM, rxcui);
    }

    private static Dosage dosage(Quantity quantity) {
        Dosage dosage = new Dosage();
        dosage.addDoseAndRate().setDose(quantity);
        return dosage;
    }

    private static Quantity quantity(Intake intake) {
        Quantity quantity =
                new Quantity().setValue(Elements.plain(intake.quantity())).setUnit(intake.unit());
        return SURE_UCUM.matcher(intake.unit()).matches()
                ? quantity.setSystem(Systems.UCUM).setCode(intake.unit())
                : quantity;
    }
}

package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.Systems;
import io.dorsal.model.PayerId;
import io.dorsal.model.trial.Trial;
import java.util.List;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Who and what a document speaks of. The patient is a pseudonym and nothing else.
 *
 * @param payer null until the trial names one, as is the coverage
 * @param condition null without an indication
 * @param software that computed the figures
 */
record Parties(
        Reference patient,
        Reference clinic,
        @Nullable Reference payer,
        @Nullable Reference coverage,
        @Nullable Reference condition,
        Reference software) {

    static Parties of(Trial trial, Entries entries) {
        Reference patient = entries.add(patient(trial));
        Reference clinic =
                entries.add(organization(Systems.CLINIC, trial.clinic().value()));
        PayerId payerId = trial.coverage().payer();
        Reference payer = payerId == null ? null : entries.add(organization(Systems.PAYER, payerId.value()));
        Reference coverage = payer == null ? null : entries.add(coverage(patient, payer));
        Condition condition = condition(trial, patient);
        return new Parties(
                patient,
                clinic,
                payer,
                coverage,
                condition == null ? null : entries.add(condition),
                entries.add(dorsal()));
    }

    static Patient patient(Trial trial) {
        Patient patient = new Patient();
        patient.addIdentifier(Elements.identifier(Systems.subjectOf(trial.clinic()), trial.subject()));
        patient.addIdentifier(Elements.identifier(Systems.TRIAL, trial.trial().value()));
        return patient;
    }

    static Organization organization(String system, String id) {
        Organization organization = new Organization();
        organization.addIdentifier(Elements.identifier(system, id));
        // A name is asked for more often than an identifier; Dorsal knows no other.
        return organization.setActive(true).setName(id);
    }

    static Coverage coverage(Reference patient, Reference payer) {
        return new Coverage()
                .setStatus(CoverageStatus.ACTIVE)
                .setBeneficiary(patient)
                .setPayor(List.of(payer));
    }

    static @Nullable Condition condition(Trial trial, Reference patient) {
        String indication = trial.indication();
        if (indication == null) {
            return null;
        }
        Condition condition = new Condition()
                .setClinicalStatus(
                        Elements.concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active"))
                .setCode(Elements.concept(Systems.ICD_10_CM, indication))
                .setSubject(patient);
        if (trial.coverage().painSince() != null) {
            condition.setOnset(Elements.dateTime(trial.coverage().painSince()));
        }
        return condition;
    }

    // Without a version: the definitions have theirs, and another build of them is no other evidence.
    static Device dorsal() {
        Device device = new Device();
        device.addDeviceName().setName("Dorsal").setType(DeviceNameType.OTHER);
        return device;
    }
}

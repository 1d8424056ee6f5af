package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.Systems;
import io.dorsal.model.PayerId;
import io.dorsal.model.trial.Trial;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Who a request for prior authorization names. Name and member id are asked for, not known, and marked as masked. */
record PasParties(Reference patient, Reference clinic, Reference payer, Reference coverage, Reference software) {

    static PasParties of(Trial trial, PayerId payerId, Entries entries) {
        Reference patient = entries.add(patient(trial));
        Reference clinic =
                entries.add(Parties.organization(Systems.CLINIC, trial.clinic().value()));
        Reference payer = entries.add(Parties.organization(Systems.PAYER, payerId.value()));
        return new PasParties(
                patient, clinic, payer, entries.add(coverage(patient, payer)), entries.add(Parties.dorsal()));
    }

    private static Patient patient(Trial trial) {
        Patient patient = Parties.patient(trial);
        patient.addName().setFamilyElement(DaVinci.masked(new StringType()));
        return patient.setGender(AdministrativeGender.UNKNOWN);
    }

    private static Coverage coverage(Reference patient, Reference payer) {
        Identifier member =
                new Identifier().setType(Elements.concept("http://terminology.hl7.org/CodeSystem/v2-0203", "MB"));
        member.setValueElement(DaVinci.masked(new StringType()));
        Coverage coverage = Parties.coverage(patient, payer)
                .addIdentifier(member)
                .setSubscriber(patient)
                .setRelationship(
                        Elements.concept("http://terminology.hl7.org/CodeSystem/subscriber-relationship", "self"));
        return coverage;
    }
}

package io.dorsal.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** What {@code /fhir} can do, in FHIR's own terms. */
public final class Capabilities {
    /** Of the statement, not of the build: it changes when what is stated does. */
    private static final String DATE = "2026-03-01";

    private static final List<String> TAKEN = List.of(
            "MedicationAdministration",
            "MedicationRequest",
            "MedicationStatement",
            "Observation",
            "QuestionnaireResponse");

    private Capabilities() {}

    public static CapabilityStatement statement() {
        CapabilityStatement statement = new CapabilityStatement()
                .setName("Dorsal")
                .setTitle("Dorsal, evidence of neuromodulation trials")
                .setStatus(PublicationStatus.ACTIVE)
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat(Fhir.MEDIA_TYPE);
        statement.setDateElement(new org.hl7.fhir.r4.model.DateTimeType(DATE));
        statement.getSoftware().setName("Dorsal");
        statement.getImplementation().setDescription("Reports of patients and clinics, and evidence packets");
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        TAKEN.forEach(type -> rest.addResource().setType(type).addInteraction().setCode(TypeRestfulInteraction.CREATE));
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        return statement;
    }
}

package io.dorsal.fhir;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

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

    private static final List<String> SERVED =
            List.of("Bundle", "DocumentReference", "MeasureReport", "Observation", "QuestionnaireResponse");

    /** The same for every type; what a type does not have, finds nothing. */
    private static final SortedMap<String, SearchParamType> SEARCH = new TreeMap<>(Map.of(
            "_id", SearchParamType.TOKEN,
            "code", SearchParamType.TOKEN,
            "date", SearchParamType.DATE,
            "identifier", SearchParamType.TOKEN,
            "patient", SearchParamType.REFERENCE));

    private Capabilities() {}

    public static CapabilityStatement statement() {
        CapabilityStatement statement = new CapabilityStatement()
                .setName("Dorsal")
                .setTitle("Dorsal, evidence of neuromodulation trials")
                .setStatus(PublicationStatus.ACTIVE)
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat(Fhir.MEDIA_TYPE);
        statement.setDateElement(new DateTimeType(DATE));
        statement.getSoftware().setName("Dorsal");
        statement.getImplementation().setDescription("Reports of patients and clinics, and evidence packets");
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        Stream.concat(TAKEN.stream(), SERVED.stream()).distinct().sorted().forEach(type -> resource(rest, type));
        rest.addResource()
                .setType("Claim")
                .addOperation()
                .setName("pas-bundle")
                .setDefinition("urn:dorsal:operation:pas-bundle");
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        return statement;
    }

    private static void resource(CapabilityStatementRestComponent rest, String type) {
        CapabilityStatementRestResourceComponent resource = rest.addResource().setType(type);
        if (TAKEN.contains(type)) {
            resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
        }
        if (SERVED.contains(type)) {
            resource.addInteraction().setCode(TypeRestfulInteraction.READ);
            resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
            SEARCH.forEach(
                    (name, kind) -> resource.addSearchParam().setName(name).setType(kind));
        }
    }
}

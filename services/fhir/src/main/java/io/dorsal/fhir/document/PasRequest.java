package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.Malformed;
import io.dorsal.model.PayerId;
import io.dorsal.model.Reason;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ClaimStatus;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.SupportingInformationComponent;
import org.hl7.fhir.r4.model.Claim.Use;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * The request Bundle of Da Vinci PAS {@code Claim/$submit} for a packet: the Claim first, and the evidence enclosed, the
 * FHIR document among it. Who the patient is stays masked, for the sender to put in; so no profile is claimed.
 */
public final class PasRequest {
    /** CMS place of service: off-campus and on-campus outpatient hospital, inpatient hospital. */
    private static final Set<String> HOSPITAL = Set.of("19", "21", "22");

    private static final String PLACE_OF_SERVICE =
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
    private static final String NULL_FLAVOR = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";

    private final TrialEvidence evidence;
    private final Trial trial;
    private final DocumentIdentity identity;
    private final PayerId payer;
    private final String procedure;
    private final String placeOfService;
    private final String indication;
    private final Entries entries = new Entries();

    private PasRequest(TrialEvidence evidence, DocumentIdentity identity) {
        this.evidence = evidence;
        this.trial = evidence.trial();
        this.identity = identity;
        CoverageTerms terms = trial.coverage();
        this.payer = required("payer", terms.payer());
        this.procedure = required("procedure", terms.procedure());
        this.placeOfService = required("placeOfService", terms.placeOfService());
        this.indication = required("indication", trial.indication());
    }

    /**
     * The request for the procedure of the trial's claim.
     *
     * @param files the packet's, by content type; the FHIR document is one of them
     * @throws Malformed naming a field of the trial without which nothing can be requested
     */
    public static Bundle of(TrialEvidence evidence, DocumentIdentity identity, SortedMap<String, byte[]> files) {
        return new PasRequest(evidence, identity).bundle(files);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new Malformed(Reason.MISSING_FIELD, field, "a request names it; send it with the trial");
        }
        return value;
    }

    private Bundle bundle(SortedMap<String, byte[]> files) {
        PasParties parties = PasParties.of(trial, payer, entries);
        List<Reference> papers = new ArrayList<>();
        if (DtrForm.isAskedBy(evidence.determination())) {
            papers.add(entries.add(DtrForm.prefilled(evidence, identity, parties)));
        }
        files.forEach((type, content) -> papers.add(entries.add(paper(type, content, parties))));
        Reference claim = entries.add(claim(parties, papers));
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        bundle.setIdentifier(Elements.identifier(Systems.PACKET, identity.packet()));
        bundle.setTimestampElement(Elements.instant(identity.issuedAt()));
        entries.into(bundle, claim);
        return bundle;
    }

    private Claim claim(PasParties parties, List<Reference> papers) {
        Claim claim = new Claim()
                .addIdentifier(Elements.identifier(Systems.PACKET, identity.packet()))
                .setStatus(ClaimStatus.ACTIVE)
                .setType(Elements.concept(
                        "http://terminology.hl7.org/CodeSystem/claim-type",
                        HOSPITAL.contains(placeOfService) ? "institutional" : "professional"))
                .setUse(Use.PREAUTHORIZATION)
                .setPatient(parties.patient())
                .setCreatedElement(Elements.dateTime(identity.issuedAt()))
                .setInsurer(parties.payer())
                .setProvider(parties.clinic())
                .setPriority(Elements.concept("http://terminology.hl7.org/CodeSystem/processpriority", "normal"));
        if (trial.coverage().utn() != null) {
            claim.addExtension(DaVinci.pas(
                    "extension-authorizationNumber",
                    new StringType(trial.coverage().utn())));
        }
        claim.addInsurance().setSequence(1).setFocal(true).setCoverage(parties.coverage());
        claim.addDiagnosis().setSequence(1).setDiagnosis(Elements.concept(Systems.ICD_10_CM, indication));
        claim.addItem(item(papers.size()));
        papers.forEach(paper ->
                claim.addSupportingInfo(supporting(claim.getSupportingInfo().size() + 1, paper)));
        return claim;
    }

    /** X12: an initial health services review of surgery. */
    private ItemComponent item(int papers) {
        ItemComponent item = new ItemComponent()
                .setSequence(1)
                .setCategory(DaVinci.x12("1365", "2"))
                .setProductOrService(Elements.concept(codeSystem(), procedure))
                .setLocation(Elements.concept(PLACE_OF_SERVICE, placeOfService))
                .addDiagnosisSequence(1);
        item.addExtension(DaVinci.pas("extension-serviceItemRequestType", DaVinci.x12("1525", "HS")));
        item.addExtension(DaVinci.pas("extension-certificationType", DaVinci.x12("1322", "I")));
        for (int sequence = 1; sequence <= papers; sequence++) {
            item.addInformationSequence(sequence);
        }
        return item;
    }

    /** CPT codes are digits; those of HCPCS begin with a letter. */
    private String codeSystem() {
        return Character.isDigit(procedure.charAt(0)) ? Systems.CPT : Systems.HCPCS;
    }

    private static SupportingInformationComponent supporting(int sequence, Reference paper) {
        Extension document = new Extension(DaVinci.PAS + "extension-documentInformation");
        // X12: support data for a claim.
        document.addExtension(new Extension("reportTypeCode", DaVinci.x12("755", "OZ")));
        SupportingInformationComponent supporting = new SupportingInformationComponent()
                .setSequence(sequence)
                .setCategory(DaVinci.pasCode("additionalInformation"))
                .setValue(paper);
        supporting.addExtension(document);
        return supporting;
    }

    private DocumentReference paper(String contentType, byte[] content, PasParties parties) {
        DocumentReference paper = new DocumentReference()
                .setStatus(DocumentReferenceStatus.CURRENT)
                // US Core takes codes of LOINC or that none is known.
                .setType(new CodeableConcept(new Coding(NULL_FLAVOR, "UNK", null))
                        .addCoding(LocalCode.PRIOR_AUTHORIZATION_EVIDENCE.coding()))
                .addCategory(Elements.concept(
                        "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category", "clinical-note"))
                .setSubject(parties.patient())
                .setCustodian(parties.clinic());
        paper.addContent().getAttachment().setContentType(contentType).setData(content);
        return paper;
    }
}

package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one packet as a FHIR R4 document: a Composition, and what it refers to. Depends on nothing but its
 * arguments, so the same facts give the same bytes on any machine, in any time zone and language.
 */
public final class FhirDocument {
    private final Draft draft;
    private final List<Section> sections = new ArrayList<>();
    private final List<Reference> headline = new ArrayList<>();

    private FhirDocument(TrialEvidence evidence, DocumentIdentity identity) {
        this.draft = Draft.of(evidence, identity);
    }

    public static Bundle of(TrialEvidence evidence, DocumentIdentity identity) {
        return new FhirDocument(evidence, identity).bundle();
    }

    /** The document as it is kept and signed. */
    public static byte[] bytes(TrialEvidence evidence, DocumentIdentity identity) {
        return Fhir.bytes(of(evidence, identity));
    }

    private Bundle bundle() {
        DocumentIdentity identity = draft.identity();
        parts();
        Reference composition = draft.entries().add(composition());
        draft.entries().add(provenance(composition));
        Bundle bundle = new Bundle().setType(BundleType.DOCUMENT);
        bundle.setIdentifier(Elements.identifier(Systems.PACKET, identity.packet()));
        bundle.setTimestampElement(Elements.instant(identity.issuedAt()));
        draft.entries().into(bundle, composition);
        return bundle;
    }

    private void parts() {
        Measures measures = new Measures(draft);
        ResponderOutcome responder = draft.evidence().responder();
        if (responder != null) {
            Section pain = headed(PainPart.of(draft, responder));
            measured(pain, measures.pain(responder, pain));
            Section stimulation = StimulationPart.of(draft, responder);
            measured(stimulation, measures.stimulation(responder, stimulation));
        }
        OpioidOutcome opioids = draft.evidence().opioids();
        if (opioids != null) {
            Section taken = headed(OpioidPart.of(draft, opioids));
            measured(taken, measures.opioids(opioids, taken));
        }
        HolisticOutcome holistic = responder == null ? null : responder.function();
        if (responder != null && holistic != null) {
            Section function = FunctionPart.of(draft, responder);
            measured(function, measures.function(holistic, responder, function));
        }
        sections.add(PaperPart.of(draft));
        sections.addFirst(DeterminationPart.of(draft, headline));
    }

    /** What a section states first is what criteria read. */
    private Section headed(Section section) {
        headline.add(section.entries().getFirst());
        return section;
    }

    private void measured(Section section, Reference measure) {
        section.add(measure);
        sections.add(section);
    }

    private Composition composition() {
        DocumentIdentity identity = draft.identity();
        Composition composition = new Composition()
                .setIdentifier(Elements.identifier(Systems.PACKET, identity.packet()))
                .setStatus(identity.amends() == null ? CompositionStatus.FINAL : CompositionStatus.AMENDED)
                .setType(LocalCode.EVIDENCE_PACKET.concept())
                .setSubject(draft.parties().patient())
                .setDateElement(Elements.dateTime(identity.issuedAt()))
                .addAuthor(draft.parties().clinic())
                .setTitle(LocalCode.EVIDENCE_PACKET.display())
                .setCustodian(draft.parties().clinic());
        if (identity.amends() != null) {
            composition
                    .addRelatesTo()
                    .setCode(DocumentRelationshipType.REPLACES)
                    .setTarget(Elements.identifier(Systems.PACKET, identity.amends()));
        }
        sections.forEach(section -> composition.addSection(section.component()));
        return composition;
    }

    /** Which facts and which policy it was made of. */
    private Provenance provenance(Reference composition) {
        CoverageDetermination determination = draft.evidence().determination();
        Provenance provenance = new Provenance()
                .addTarget(composition)
                .setRecordedElement(Elements.instant(draft.identity().issuedAt()));
        agent(provenance, "author", draft.parties().clinic());
        agent(provenance, "assembler", draft.parties().software());
        Stream.of(
                        named(Systems.FACT_DIGEST, determination.factDigest()),
                        named(Systems.STATED_DIGEST, determination.statedDigest()),
                        named(Systems.POLICY, policy(determination)))
                .flatMap(Stream::ofNullable)
                .forEach(source -> provenance
                        .addEntity()
                        .setRole(ProvenanceEntityRole.SOURCE)
                        .setWhat(source));
        return provenance;
    }

    private static void agent(Provenance provenance, String type, Reference who) {
        provenance
                .addAgent()
                .setType(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/provenance-participant-type", type, null)))
                .setWho(who);
    }

    private static @Nullable String policy(CoverageDetermination determination) {
        return determination.version() == null ? null : determination.policy() + "|" + determination.version();
    }

    private static @Nullable Reference named(String system, @Nullable String value) {
        return value == null ? null : Elements.named(system, value);
    }
}

package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What was done and what is on file: placement and removal of the lead, earlier treatments with their results, and the
 * documents by kind and date. The papers themselves stay with the clinic.
 */
final class PaperPart {
    /** CPT, temporary or permanent electrodes; any other procedure of the claim is not what placed the trial lead. */
    private static final Set<String> PLACES_A_LEAD = Set.of("63650", "63655", "64555", "64575");

    private final Draft draft;
    private final Trial trial;
    private final Section section = new Section(LocalCode.PAPERS);

    private PaperPart(Draft draft) {
        this.draft = draft;
        this.trial = draft.trial();
    }

    static Section of(Draft draft) {
        return new PaperPart(draft).section();
    }

    private Section section() {
        lead(placement(), trial.leadPlacedAt());
        lead(LocalCode.LEAD_REMOVAL.concept(), trial.leadRemovedAt());
        Stream.ofNullable(draft.parties().condition()).forEach(section::add);
        trial.treatments().stream()
                .filter(treatment ->
                        treatment.from() == null || hasCome(trial.days().startOf(treatment.from())))
                .forEach(this::treatment);
        trial.documents().stream()
                .filter(document -> hasCome(trial.days().startOf(document.date())))
                .forEach(this::document);
        return section;
    }

    private CodeableConcept placement() {
        CodeableConcept placement = LocalCode.LEAD_PLACEMENT.concept();
        String claimed = trial.coverage().procedure();
        return claimed != null && PLACES_A_LEAD.contains(claimed)
                ? placement.addCoding(new Coding(Systems.CPT, claimed, null))
                : placement;
    }

    private boolean hasCome(Instant at) {
        return !at.isAfter(draft.identity().asOf());
    }

    private void lead(CodeableConcept code, @Nullable Instant at) {
        if (at != null && hasCome(at)) {
            Procedure procedure = procedure(code, Elements.dateTime(at));
            Stream.ofNullable(draft.parties().condition()).forEach(procedure::addReasonReference);
            add(procedure);
        }
    }

    private void treatment(Treatment treatment) {
        CodeableConcept kind = Elements.word("treatment-kind", treatment.kind());
        if (kind != null) {
            Procedure procedure = procedure(kind, Elements.period(treatment.from(), treatment.to()));
            procedure.setOutcome(Elements.word("treatment-result", treatment.result()));
            add(procedure);
        }
    }

    private Procedure procedure(CodeableConcept code, Type performed) {
        return new Procedure()
                .setStatus(ProcedureStatus.COMPLETED)
                .setCode(code)
                .setSubject(draft.parties().patient())
                .setPerformed(performed.isEmpty() ? null : performed);
    }

    /** A kind that is no word of a closed set matches no criterion, and might be prose. */
    private void document(Document document) {
        CodeableConcept kind = Elements.word("document-kind", document.kind());
        if (kind == null) {
            return;
        }
        DocumentReference paper = new DocumentReference()
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setType(kind)
                .setSubject(draft.parties().patient())
                .setCustodian(draft.parties().clinic());
        if (document.reference() != null) {
            paper.setMasterIdentifier(Elements.identifier(Systems.documentOf(trial.clinic()), document.reference()));
        }
        Stream.of(Elements.word("document-result", document.result()), Elements.word("document-author", document.by()))
                .flatMap(Stream::ofNullable)
                .forEach(paper::addCategory);
        DocumentReferenceContentComponent content = paper.addContent();
        content.getAttachment().setCreationElement(Elements.dateTime(document.date()));
        add(paper);
    }

    private void add(org.hl7.fhir.r4.model.Resource resource) {
        Reference reference = draft.entries().add(resource);
        section.add(reference);
    }
}

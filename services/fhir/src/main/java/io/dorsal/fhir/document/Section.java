package io.dorsal.fhir.document;

import io.dorsal.fhir.LocalCode;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Reference;

/** One section of the document, in the order of reading. */
record Section(LocalCode code, List<Reference> entries) {
    Section(LocalCode code) {
        this(code, new ArrayList<>());
    }

    /** The same resource twice is listed once. */
    Reference add(Reference reference) {
        if (entries.stream().noneMatch(entry -> entry.getReference().equals(reference.getReference()))) {
            entries.add(reference);
        }
        return reference;
    }

    SectionComponent component() {
        SectionComponent section =
                new SectionComponent().setTitle(code.display()).setCode(code.concept());
        entries.forEach(section::addEntry);
        if (entries.isEmpty()) {
            section.setEmptyReason(new CodeableConcept(
                    new Coding("http://terminology.hl7.org/CodeSystem/list-empty-reason", "unavailable", null)));
        }
        return section;
    }
}

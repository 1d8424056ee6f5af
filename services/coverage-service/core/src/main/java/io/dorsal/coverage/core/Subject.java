package io.dorsal.coverage.core;

import io.dorsal.model.outcome.EvidenceKind;

/** What can be missing. */
sealed interface Subject {

    record OfFact(FactName name) implements Subject {}

    record OfDocument(DocumentKind kind) implements Subject {}

    record OfTreatment(TreatmentKind kind) implements Subject {}

    default EvidenceKind evidence() {
        return switch (this) {
            case OfFact ignored -> EvidenceKind.FACT;
            case OfDocument ignored -> EvidenceKind.DOCUMENT;
            case OfTreatment ignored -> EvidenceKind.TREATMENT;
        };
    }

    default String word() {
        return switch (this) {
            case OfFact fact -> fact.name().word();
            case OfDocument document -> document.kind().word();
            case OfTreatment treatment -> treatment.kind().word();
        };
    }

    default Collectable collectable() {
        return switch (this) {
            case OfFact fact -> fact.name().collectable();
            case OfDocument document -> document.kind().collectable();
            case OfTreatment ignored -> Collectable.AT_ANY_TIME;
        };
    }
}

package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/** What the policy's criteria amount to: one figure with a part for each criterion. Never an approval. */
final class DeterminationPart {
    private DeterminationPart() {}

    /** @param from the figures that criteria read */
    static Section of(Draft draft, List<Reference> from) {
        CoverageDetermination determination = draft.evidence().determination();
        Figure figure = draft.computed(LocalCode.COVERAGE_DETERMINATION, true)
                .at(determination.asOf())
                .part(LocalCode.REASON, "no-coverage-result", determination.reason())
                .value(
                        determination.result() == null
                                ? null
                                : Elements.word("coverage-result", determination.result()));
        Coding policy = new Coding(Systems.POLICY, determination.policy(), null);
        figure.observation().getCode().addCoding(policy.setVersion(determination.version()));
        determination
                .criteria()
                .forEach(criterion ->
                        figure.part(code(criterion), Elements.word("criterion-result", criterion.result())));
        Section section = new Section(LocalCode.DETERMINATION);
        section.add(draft.add(figure.from(from)));
        Stream.ofNullable(draft.parties().coverage()).forEach(section::add);
        return section;
    }

    /** The policy that states it stands as the version: it may be another one, included. */
    private static CodeableConcept code(Criterion criterion) {
        return new CodeableConcept(
                new Coding(Systems.CRITERION, criterion.id(), criterion.requirement()).setVersion(criterion.policy()));
    }
}

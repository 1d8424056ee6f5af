package io.dorsal.coverage.core;

import io.dorsal.model.outcome.CoverageDetermination.Group;
import io.dorsal.model.outcome.CoverageDetermination.Part;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.EvidenceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule amounts to on some facts.
 *
 * @param explanation the values compared, in words
 * @param read every fact that the rule reads, known or missing
 * @param lacks why it is UNKNOWN; empty otherwise
 * @param group the verdicts that it was put together from; null where it is one comparison
 */
record Verdict(
        State state,
        String explanation,
        List<ReadFact> read,
        List<Lack> lacks,
        @Nullable Group group) {

    /** Three values, and the fourth that drops out of a group. */
    enum State {
        MET,
        NOT_MET,
        UNKNOWN,
        NOT_APPLICABLE;

        static State of(boolean met) {
            return met ? MET : NOT_MET;
        }
    }

    /** Something missing, and what exactly is needed of it. */
    record Lack(Subject subject, String need) {}

    static Verdict known(boolean met, String explanation, List<ReadFact> read) {
        return new Verdict(State.of(met), explanation, read, List.of(), null);
    }

    static Verdict unknown(Subject subject, String need, String explanation, List<ReadFact> read) {
        return new Verdict(State.UNKNOWN, explanation, read, List.of(new Lack(subject, need)), null);
    }

    /** What is unknown is up to papers, unless a fact is missing. */
    CriterionResult result() {
        return switch (state) {
            case MET -> CriterionResult.MET;
            case NOT_MET -> CriterionResult.NOT_MET;
            case NOT_APPLICABLE -> CriterionResult.NOT_APPLICABLE;
            case UNKNOWN ->
                lacks.stream().allMatch(lack -> lack.subject().evidence() != EvidenceKind.FACT)
                        ? CriterionResult.ATTESTATION_REQUIRED
                        : CriterionResult.NOT_DETERMINABLE;
        };
    }

    Part asPart() {
        return new Part(result(), explanation, group);
    }
}

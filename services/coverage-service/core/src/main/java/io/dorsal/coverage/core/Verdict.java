package io.dorsal.coverage.core;

import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import java.util.List;

/**
 * What a rule amounts to on some facts.
 *
 * @param explanation the values compared, in words
 * @param read every fact that the rule reads, known or missing
 * @param lacks why it is UNKNOWN; empty otherwise
 */
record Verdict(State state, String explanation, List<ReadFact> read, List<Lack> lacks) {

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
        return new Verdict(State.of(met), explanation, read, List.of());
    }

    static Verdict unknown(Subject subject, String need, String explanation, List<ReadFact> read) {
        return new Verdict(State.UNKNOWN, explanation, read, List.of(new Lack(subject, need)));
    }
}

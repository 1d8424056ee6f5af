package io.dorsal.model;

/** One decision about a trial, the clinician's or the payer's; of one trial no two share an id. */
public record DecisionId(String value) implements Comparable<DecisionId> {
    public DecisionId {
        Identifier.checked("decision", value);
    }

    @Override
    public int compareTo(DecisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

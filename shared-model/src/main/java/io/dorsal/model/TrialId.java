package io.dorsal.model;

/** One trial period of one patient. */
public record TrialId(String value) implements Comparable<TrialId> {
    public TrialId {
        Identifier.checked("trial", value);
    }

    @Override
    public int compareTo(TrialId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

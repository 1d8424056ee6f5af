package io.dorsal.model;

/** The insurer that answers for a trial. */
public record PayerId(String value) implements Comparable<PayerId> {
    public PayerId {
        Identifier.checked("payer", value);
    }

    @Override
    public int compareTo(PayerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

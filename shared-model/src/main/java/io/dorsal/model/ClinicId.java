package io.dorsal.model;

/** The clinic that runs a trial. */
public record ClinicId(String value) implements Comparable<ClinicId> {
    public ClinicId {
        Identifier.checked("clinic", value);
    }

    @Override
    public int compareTo(ClinicId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

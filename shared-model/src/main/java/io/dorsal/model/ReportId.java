package io.dorsal.model;

/** One patient-reported fact, across its revisions. */
public record ReportId(String value) implements Comparable<ReportId> {
    public ReportId {
        Identifier.checked("report", value);
    }

    @Override
    public int compareTo(ReportId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

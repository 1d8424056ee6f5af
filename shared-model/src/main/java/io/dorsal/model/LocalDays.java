package io.dorsal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as the patient lives them: local dates of one zone, lasting 23, 24 or 25 hours. */
public record LocalDays(ZoneId zone) {
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** From the date's first instant to the next date's, at its real length. */
    public Span spanOf(LocalDate date) {
        return new Span(startOf(date), startOf(date.plusDays(1)));
    }

    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}

package io.dorsal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Days as the patient lives them: local dates of one zone, lasting 23, 24 or 25 hours. */
public record LocalDays(ZoneId zone) {
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** From the date's first instant to the next date's, at its real length. */
    public Span spanOf(LocalDate date) {
        return new Span(startOf(date), startOf(date.plusDays(1)));
    }

    /** False for a date that the zone skipped: Samoa had no 30 December 2011. */
    public boolean has(LocalDate date) {
        return dateOf(startOf(date)).equals(date);
    }

    /** The dates that there were from one to the other, both included; none when the other lies before. */
    public List<LocalDate> dates(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? List.of()
                : from.datesUntil(to.plusDays(1)).filter(this::has).toList();
    }

    /** So many dates later, or earlier if negative; one that the zone skipped is none. */
    public LocalDate plus(LocalDate date, long dates) {
        LocalDate reached = date;
        for (long left = Math.abs(dates); left > 0; left--) {
            do {
                reached = reached.plusDays(Long.signum(dates));
            } while (!has(reached));
        }
        return reached;
    }

    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }
}

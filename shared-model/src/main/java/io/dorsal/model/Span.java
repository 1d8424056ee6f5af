package io.dorsal.model;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time, {@code from} included, {@code to} not. */
public record Span(Instant from, Instant to) {
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A span must not end before it begins.");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    /** The common part; empty at this span's end when there is none. */
    public Span clippedTo(Span other) {
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return end.isBefore(start) ? new Span(start, start) : new Span(start, end);
    }
}

package io.dorsal.responder.core;

import io.dorsal.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of instants as sorted, disjoint, non-touching, non-empty half-open spans. Union is its join, so a stretch of
 * time that was logged twice counts once.
 */
public record TimeSpans(List<Span> spans) {
    public static final TimeSpans NONE = new TimeSpans(List.of());

    public TimeSpans {
        spans = normalised(spans);
    }

    public static TimeSpans of(Span... spans) {
        return new TimeSpans(List.of(spans));
    }

    public static TimeSpans unionOf(Collection<TimeSpans> sets) {
        return new TimeSpans(sets.stream().flatMap(set -> set.spans.stream()).toList());
    }

    private static List<Span> normalised(List<Span> unordered) {
        List<Span> sorted = new ArrayList<>(unordered);
        sorted.removeIf(Span::isEmpty);
        sorted.sort(Comparator.comparing(Span::from));
        List<Span> merged = new ArrayList<>(sorted.size());
        for (Span next : sorted) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && !next.from().isAfter(last.to())) {
                merged.set(merged.size() - 1, new Span(last.from(), later(last.to(), next.to())));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    public TimeSpans union(TimeSpans other) {
        return unionOf(List.of(this, other));
    }

    public TimeSpans intersect(TimeSpans other) {
        List<Span> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < spans.size() && j < other.spans.size()) {
            Span mine = spans.get(i);
            Span theirs = other.spans.get(j);
            common.add(mine.clippedTo(theirs));
            if (mine.to().isBefore(theirs.to())) {
                i++;
            } else {
                j++;
            }
        }
        return new TimeSpans(common);
    }

    public TimeSpans minus(TimeSpans other) {
        List<Span> rest = new ArrayList<>();
        int j = 0;
        for (Span mine : spans) {
            Instant start = mine.from();
            while (j < other.spans.size() && !other.spans.get(j).to().isAfter(start)) {
                j++;
            }
            for (int k = j; k < other.spans.size() && other.spans.get(k).from().isBefore(mine.to()); k++) {
                Span hole = other.spans.get(k);
                if (start.isBefore(hole.from())) {
                    rest.add(new Span(start, hole.from()));
                }
                start = later(start, hole.to());
            }
            if (start.isBefore(mine.to())) {
                rest.add(new Span(start, mine.to()));
            }
        }
        return new TimeSpans(rest);
    }

    public TimeSpans shiftedBy(Duration shift) {
        return shift.isZero()
                ? this
                : new TimeSpans(spans.stream()
                        .map(span -> new Span(span.from().plus(shift), span.to().plus(shift)))
                        .toList());
    }

    public TimeSpans clippedTo(Span window) {
        return intersect(of(window));
    }

    /** True when the whole of {@code window} lies in this set. */
    public boolean containsAll(Span window) {
        return spans.stream()
                .anyMatch(span ->
                        !span.from().isAfter(window.from()) && !span.to().isBefore(window.to()));
    }

    public boolean contains(Instant instant) {
        return spans.stream().anyMatch(span -> span.contains(instant));
    }

    public Duration length() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

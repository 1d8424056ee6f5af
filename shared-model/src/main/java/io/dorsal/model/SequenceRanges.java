package io.dorsal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of sequence numbers as sorted, disjoint, non-adjacent ranges. Union is its join: commutative, associative,
 * idempotent, so the order and the number of deliveries do not matter.
 */
public record SequenceRanges(List<Range> ranges) {
    public static final SequenceRanges NONE = new SequenceRanges(List.of());

    /** Both ends included. */
    public record Range(long first, long last) {
        public Range {
            if (last < first) {
                throw new IllegalArgumentException("A range must not end before it begins.");
            }
        }

        public long size() {
            return last - first + 1;
        }

        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    public SequenceRanges {
        ranges = normalised(ranges);
    }

    public static SequenceRanges of(long... numbers) {
        List<Range> single = new ArrayList<>(numbers.length);
        for (long number : numbers) {
            single.add(new Range(number, number));
        }
        return new SequenceRanges(single);
    }

    private static List<Range> normalised(List<Range> unordered) {
        List<Range> sorted = new ArrayList<>(unordered);
        sorted.sort(Comparator.comparingLong(Range::first));
        List<Range> merged = new ArrayList<>(sorted.size());
        for (Range next : sorted) {
            Range last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.first() <= last.last() + 1) {
                merged.set(merged.size() - 1, new Range(last.first(), Math.max(last.last(), next.last())));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    public SequenceRanges union(SequenceRanges other) {
        List<Range> both = new ArrayList<>(ranges);
        both.addAll(other.ranges);
        return new SequenceRanges(both);
    }

    public long size() {
        return ranges.stream().mapToLong(Range::size).sum();
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** The greatest number received; −1 when none was. */
    public long highest() {
        return ranges.isEmpty() ? -1 : ranges.getLast().last();
    }

    /** True when every number from {@code first} to {@code last}, both included, was received. */
    public boolean containsAll(long first, long last) {
        return ranges.stream().anyMatch(range -> range.first() <= first && last <= range.last());
    }

    /** What lies between 0 and the highest number and was not received. */
    public List<Range> missing() {
        List<Range> gaps = new ArrayList<>();
        long next = 0;
        for (Range range : ranges) {
            if (range.first() > next) {
                gaps.add(new Range(next, range.first() - 1));
            }
            next = range.last() + 1;
        }
        return gaps;
    }

    @Override
    public String toString() {
        return String.join(",", ranges.stream().map(Range::toString).toList());
    }
}

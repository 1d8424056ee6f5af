package io.dorsal.responder.core;

import io.dorsal.model.Span;
import io.dorsal.model.event.Happening.ClockAdjusted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The clock of one boot, as often as it was set: the samples before a setting and those after it say nothing of each
 * other. A setting by less than an offset that is corrected is no other clock.
 *
 * @param segments in order; never empty
 */
record BootClocks(List<ClockSegment> segments) {
    static BootClocks of(BootFacts facts, Rules.Clock rules) {
        return new Reader(facts, rules).read();
    }

    /** The clock that dated the event of this number. */
    DeviceClock at(long seq) {
        return segments.get(lastUpTo(seq, ClockSegment::fromSeq)).clock();
    }

    /** The clock that the setting told by this event ended. */
    DeviceClock before(long seq) {
        int set = lastUpTo(seq, ClockSegment::setBy);
        return segments.get(set).setBy() == seq ? segments.get(set - 1).clock() : at(seq);
    }

    /** The clock that it began. */
    DeviceClock after(long seq) {
        int set = lastUpTo(seq, ClockSegment::setBy);
        return segments.get(set).setBy() == seq ? segments.get(set).clock() : at(seq);
    }

    private int lastUpTo(long seq, ToLongFunction<ClockSegment> number) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (number.applyAsLong(segments.get(middle)) <= seq) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * By correction, the device time that it holds for. A usage log is a union of time that no longer knows its events:
     * what two clocks of different corrections both ran through, and what the clock jumped over, is nobody's, hence
     * unknown; so is the time of a clock that is not believed.
     */
    Map<Duration, TimeSpans> deviceTime() {
        NavigableMap<Instant, List<Edge>> edges = new TreeMap<>();
        for (ClockSegment segment : segments) {
            if (!segment.isEmpty()) {
                edges.computeIfAbsent(segment.from(), at -> new ArrayList<>()).add(new Edge(segment, 1));
                edges.computeIfAbsent(segment.to(), at -> new ArrayList<>()).add(new Edge(segment, -1));
            }
        }
        Map<Reading, Integer> running = new TreeMap<>(Reading.ORDER);
        Map<Duration, List<Span>> alone = new TreeMap<>();
        Instant since = Instant.MIN;
        for (Map.Entry<Instant, List<Edge>> edge : edges.entrySet()) {
            if (running.size() == 1) {
                Reading only = running.keySet().iterator().next();
                if (!only.untrusted()) {
                    alone.computeIfAbsent(only.correction(), correction -> new ArrayList<>())
                            .add(new Span(since, edge.getKey()));
                }
            }
            edge.getValue()
                    .forEach(each -> running.merge(
                            Reading.of(each.segment().clock()), each.step(), (a, b) -> a + b == 0 ? null : a + b));
            since = edge.getKey();
        }
        Map<Duration, TimeSpans> time = new TreeMap<>();
        alone.forEach((correction, spans) -> time.put(correction, new TimeSpans(spans)));
        return time;
    }

    private record Edge(ClockSegment segment, int step) {}

    private record Reading(Duration correction, boolean untrusted) {
        static final Comparator<Reading> ORDER =
                Comparator.comparing(Reading::correction).thenComparing(Reading::untrusted);

        static Reading of(DeviceClock clock) {
            return new Reading(clock.correction(), clock.isUntrusted());
        }
    }

    /** Cuts a boot's samples where its clock was set. */
    private static final class Reader {
        private final BootFacts facts;
        private final Rules.Clock rules;
        private final List<ClockSample> bySeq;
        private final List<ClockSegment> segments = new ArrayList<>();
        private int next;
        private long setBy = -1;
        private long fromSeq;
        private Instant from = Instant.MIN;

        Reader(BootFacts facts, Rules.Clock rules) {
            this.facts = facts;
            this.rules = rules;
            bySeq = facts.clockSamples().stream()
                    .sorted(Comparator.comparingLong(ClockSample::seq))
                    .toList();
        }

        BootClocks read() {
            for (KeptEvent event : facts.kept()) {
                if (event.what() instanceof ClockAdjusted set && isAnotherClock(set)) {
                    cut(event, set);
                }
            }
            add(Instant.MAX, samplesUpTo(Long.MAX_VALUE));
            return new BootClocks(List.copyOf(segments));
        }

        private boolean isAnotherClock(ClockAdjusted set) {
            return Duration.between(set.before(), set.after()).abs().compareTo(rules.correctedMin()) >= 0;
        }

        private void cut(KeptEvent event, ClockAdjusted set) {
            boolean datedByTheNew = isNearer(event.at(), set.after(), set.before());
            long first = datedByTheNew ? event.seq() : event.seq() + 1;
            List<ClockSample> samples = samplesUpTo(first);
            if (datedByTheNew) {
                // The setting is a fact that the old clock dated, too.
                samples.add(new ClockSample(event.seq(), set.before(), event.receivedAt()));
            }
            add(set.before(), samples);
            setBy = event.seq();
            fromSeq = first;
            from = set.after();
        }

        private static boolean isNearer(Instant at, Instant one, Instant other) {
            return Duration.between(at, one)
                            .abs()
                            .compareTo(Duration.between(at, other).abs())
                    <= 0;
        }

        private List<ClockSample> samplesUpTo(long seq) {
            List<ClockSample> samples = new ArrayList<>();
            while (next < bySeq.size() && bySeq.get(next).seq() < seq) {
                samples.add(bySeq.get(next++));
            }
            return samples;
        }

        private void add(Instant to, List<ClockSample> samples) {
            segments.add(
                    new ClockSegment(setBy, fromSeq, from, to, DeviceClock.of(samples, rules), !samples.isEmpty()));
        }
    }
}

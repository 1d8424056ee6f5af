package io.dorsal.responder.core;

import io.dorsal.model.SequenceRanges;
import io.dorsal.model.SequenceRanges.Range;
import io.dorsal.model.Span;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening.UsageRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of one boot of one device.
 *
 * <p>The join: {@link #merge} takes the union of sequence ranges, the union of time per program, the first receipt of
 * each kept event, the numbers of those that were more than one and the greatest clock sample of each minute. Each part is commutative, associative and idempotent,
 * hence so is the whole: order, repetition and batching of events leave no trace. The constructor brings any list into
 * the one canonical form, so equal knowledge is equal by {@code equals}.
 *
 * @param received sequence numbers of all events received, kept by themselves or not
 * @param usage by on and program; one entry per pair
 * @param kept by sequence number
 * @param clockSamples by device time; the event with the highest sequence number is always among them
 * @param conflicts sequence numbers that the device gave to different facts, of which the one received first is kept
 */
public record BootFacts(
        long boot,
        SequenceRanges received,
        List<UsageSpans> usage,
        List<KeptEvent> kept,
        List<ClockSample> clockSamples,
        SequenceRanges conflicts) {

    public BootFacts {
        usage = united(usage.stream().filter(log -> !log.spans().isEmpty()).toList());
        List<Range> reused = new ArrayList<>(conflicts.ranges());
        kept = oneEach(kept, KeptEvent::seq, (one, other) -> {
            if (!one.fact().equals(other.fact())) {
                reused.add(new Range(one.seq(), one.seq()));
            }
            return KeptEvent.FIRST_RECEIVED.compare(one, other) <= 0 ? one : other;
        });
        conflicts = new SequenceRanges(reused);
        clockSamples = oneEach(clockSamples, ClockSample::minute, BinaryOperator.maxBy(ClockSample.KEPT_IS_GREATEST));
    }

    /** One event as state. */
    public static BootFacts of(DeviceEvent event) {
        return ofBoot(event.boot(), List.of(event));
    }

    /** The merge of all these events of one boot, in one go. */
    static BootFacts ofBoot(long boot, Collection<DeviceEvent> events) {
        List<UsageSpans> usage = new ArrayList<>();
        List<KeptEvent> kept = new ArrayList<>();
        List<ClockSample> samples = new ArrayList<>();
        for (DeviceEvent event : events) {
            samples.add(ClockSample.of(event));
            if (event.what() instanceof UsageRecorded log) {
                usage.add(new UsageSpans(log.on(), log.program(), known(log, event.at())));
            } else if (KeptEvent.isKept(event.what())) {
                kept.add(KeptEvent.of(event));
            }
        }
        long[] numbers = events.stream().mapToLong(DeviceEvent::seq).toArray();
        return new BootFacts(boot, SequenceRanges.of(numbers), usage, kept, samples, SequenceRanges.NONE);
    }

    /** Of what lies after its own time, by the same clock, a log knows nothing. */
    private static TimeSpans known(UsageRecorded log, Instant at) {
        return TimeSpans.of(log.span().clippedTo(new Span(Instant.MIN, at)));
    }

    /** Both taken together; they must be of one device and boot. */
    public BootFacts merge(BootFacts other) {
        if (boot != other.boot) {
            throw new IllegalArgumentException(
                    "Only facts of one boot can be merged, got %d and %d".formatted(boot, other.boot));
        }
        return new BootFacts(
                boot,
                received.union(other.received),
                both(usage, other.usage),
                both(kept, other.kept),
                both(clockSamples, other.clockSamples),
                conflicts.union(other.conflicts));
    }

    /**
     * The numbers that more than one fact has. Of facts that are not kept by themselves it shows where two of one number
     * are among the clock's samples.
     */
    public SequenceRanges reusedNumbers() {
        Set<Long> seen = new HashSet<>();
        long[] twice = clockSamples.stream()
                .mapToLong(ClockSample::seq)
                .filter(seq -> !seen.add(seq))
                .toArray();
        return conflicts.union(SequenceRanges.of(twice));
    }

    private static List<UsageSpans> united(List<UsageSpans> usage) {
        Map<Boolean, Map<String, List<UsageSpans>>> byKey = usage.stream()
                .collect(Collectors.groupingBy(
                        UsageSpans::on,
                        TreeMap::new,
                        Collectors.groupingBy(BootFacts::programKey, TreeMap::new, Collectors.toList())));
        return byKey.values().stream()
                .flatMap(byProgram -> byProgram.values().stream())
                .map(BootFacts::unionOf)
                .toList();
    }

    private static UsageSpans unionOf(List<UsageSpans> sameKey) {
        UsageSpans any = sameKey.getFirst();
        return new UsageSpans(
                any.on(),
                any.program(),
                TimeSpans.unionOf(sameKey.stream().map(UsageSpans::spans).toList()));
    }

    /** A program's name is never empty, so the empty text can stand for none. */
    private static String programKey(UsageSpans usage) {
        return usage.program() == null ? "" : usage.program();
    }

    private static <T> List<T> oneEach(List<T> items, Function<T, Long> key, BinaryOperator<T> choice) {
        Map<Long, T> chosen = new TreeMap<>(Comparator.naturalOrder());
        items.forEach(item -> chosen.merge(key.apply(item), item, choice));
        return List.copyOf(chosen.values());
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}

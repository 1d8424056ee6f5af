package io.dorsal.standalone.simulate.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.SequenceRanges;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the platform has promised to keep: the events acknowledged, per device and boot. Safe for many threads. */
public final class Tally {

    /** One boot of one device. */
    public record Boot(DeviceId device, long boot) implements Comparable<Boot> {
        @Override
        public int compareTo(Boot other) {
            int byDevice = device.compareTo(other.device);
            return byDevice != 0 ? byDevice : Long.compare(boot, other.boot);
        }
    }

    private final Map<Boot, SequenceRanges> acknowledged = new TreeMap<>();

    public synchronized void acknowledge(DeviceId device, Collection<LoggedEvent> events) {
        Map<Long, List<LoggedEvent>> byBoot = events.stream().collect(Collectors.groupingBy(LoggedEvent::boot));
        byBoot.forEach((boot, some) -> {
            long[] numbers = some.stream().mapToLong(LoggedEvent::seq).toArray();
            acknowledged.merge(new Boot(device, boot), SequenceRanges.of(numbers), SequenceRanges::union);
        });
    }

    public synchronized Map<Boot, SequenceRanges> boots() {
        return new TreeMap<>(acknowledged);
    }

    /** Distinct events. */
    public synchronized long events() {
        return acknowledged.values().stream().mapToLong(SequenceRanges::size).sum();
    }
}

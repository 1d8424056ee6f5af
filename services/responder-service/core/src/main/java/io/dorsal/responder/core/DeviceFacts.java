package io.dorsal.responder.core;

import io.dorsal.model.DeviceId;
import io.dorsal.model.event.DeviceEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is known of one device: its boots in order. A join like {@link BootFacts}. */
public record DeviceFacts(DeviceId device, List<BootFacts> boots) {
    public DeviceFacts {
        Map<Long, BootFacts> merged = new TreeMap<>();
        boots.forEach(boot -> merged.merge(boot.boot(), boot, BootFacts::merge));
        boots = List.copyOf(merged.values());
    }

    /** The merge of all these events of one device. */
    public static DeviceFacts of(DeviceId device, Collection<DeviceEvent> events) {
        Map<Long, List<DeviceEvent>> byBoot =
                events.stream().collect(Collectors.groupingBy(DeviceEvent::boot, TreeMap::new, Collectors.toList()));
        List<BootFacts> boots = new ArrayList<>();
        byBoot.forEach((boot, ofBoot) -> boots.add(BootFacts.ofBoot(boot, ofBoot)));
        return new DeviceFacts(device, boots);
    }

    /** Both taken together; they must be of one device. */
    public DeviceFacts merge(DeviceFacts other) {
        if (!device.equals(other.device)) {
            throw new IllegalArgumentException(
                    "Only facts of one device can be merged, got %s and %s".formatted(device, other.device));
        }
        List<BootFacts> both = new ArrayList<>(boots);
        both.addAll(other.boots);
        return new DeviceFacts(device, both);
    }
}

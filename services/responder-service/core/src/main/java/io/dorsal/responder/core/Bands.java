package io.dorsal.responder.core;

import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Settings;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stimulation log as stretches to draw, by time; the newest where there are too many. */
final class Bands {
    private Bands() {}

    static List<Band> of(StimulationLog log, List<AssignedBoot> boots, int bandsMax) {
        Map<DeviceProgram, NavigableMap<Instant, String>> waveforms = waveforms(boots);
        List<Band> bands = new ArrayList<>();
        log.onByProgram()
                .forEach((program, times) -> times.spans()
                        .forEach(span -> bands.add(new Band(
                                span.from(),
                                span.to(),
                                true,
                                log.shown(program),
                                waveformAt(span.from(), waveforms.get(program))))));
        log.off().spans().forEach(span -> bands.add(new Band(span.from(), span.to(), false, null, null)));
        // At most one band per program begins at an instant, and the off band has it alone.
        bands.sort(Comparator.comparing(Band::from).thenComparing(band -> String.valueOf(band.program())));
        return List.copyOf(bands.subList(Math.max(0, bands.size() - bandsMax), bands.size()));
    }

    private static @Nullable String waveformAt(Instant instant, @Nullable NavigableMap<Instant, String> changes) {
        Map.Entry<Instant, String> inForce = changes == null ? null : changes.floorEntry(instant);
        return inForce == null ? null : inForce.getValue();
    }

    private static Map<DeviceProgram, NavigableMap<Instant, String>> waveforms(List<AssignedBoot> boots) {
        Map<DeviceProgram, NavigableMap<Instant, String>> byProgram = new HashMap<>();
        for (AssignedBoot boot : boots) {
            for (KeptEvent event : boot.events()) {
                if (event.what() instanceof StimulationChanged change && change.program() != null) {
                    Settings settings = change.settings();
                    if (settings != null) {
                        byProgram
                                .computeIfAbsent(
                                        new DeviceProgram(boot.device(), change.program()), program -> new TreeMap<>())
                                .merge(event.at(), settings.waveform().word(), Bands::firstByName);
                    }
                }
            }
        }
        return byProgram;
    }

    private static String firstByName(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

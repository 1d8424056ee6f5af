package io.dorsal.responder.core;

import io.dorsal.model.DeviceId;
import java.util.Comparator;

/** A stimulation program: its name means something only on its own device. */
record DeviceProgram(DeviceId device, String program) implements Comparable<DeviceProgram> {
    private static final Comparator<DeviceProgram> BY_NAME =
            Comparator.comparing(DeviceProgram::program).thenComparing(DeviceProgram::device);

    @Override
    public int compareTo(DeviceProgram other) {
        return BY_NAME.compare(this, other);
    }
}

package io.dorsal.model.trial;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which stimulator the patient wore when; {@code to} is null while it is worn. */
public record Assignment(
        DeviceId device, Instant from, @Nullable Instant to) {
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && (to == null || instant.isBefore(to));
    }

    /** The assignment up to {@code end}, empty when it begins later. */
    public Span until(Instant end) {
        Instant last = to == null || end.isBefore(to) ? end : to;
        return new Span(from, last.isBefore(from) ? from : last);
    }
}

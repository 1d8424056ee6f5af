package io.dorsal.model.trial;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An earlier treatment of the same pain, and how it went. */
public record Treatment(
        String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String result) {}

package io.dorsal.model.trial;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A dated document or attestation that a payer asks for; the reference finds it in the clinic's own records. */
public record Document(
        String kind,
        LocalDate date,
        @Nullable String result,
        @Nullable String by,
        @Nullable String reference) {}

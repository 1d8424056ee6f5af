package io.dorsal.model.trial;

import io.dorsal.model.PayerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a payer's policy asks about a trial beside its outcomes. Each member is null until somebody supplies it.
 *
 * @param state of the United States, two letters
 * @param utn the unique tracking number of a prior authorization
 */
public record CoverageTerms(
        @Nullable PayerId payer,
        @Nullable String policy,
        @Nullable LocalDate painSince,
        @Nullable String procedure,
        @Nullable String placeOfService,
        @Nullable String state,
        @Nullable String utn) {}

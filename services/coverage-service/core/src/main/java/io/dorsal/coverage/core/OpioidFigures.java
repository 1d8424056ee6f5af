package io.dorsal.coverage.core;

import io.dorsal.model.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What a policy may read of a trial's opioid outcome, definition {@code opioid/1}.
 *
 * @param factorSet which conversion factors, such as {@code cdc-2022}
 * @param status the outcome's own word, shown where there is no figure
 * @param changeEndPercent taken MME per day, last trial day against baseline; negative when less; null when undetermined
 *     or not applicable
 */
public record OpioidFigures(
        String factorSet, String status, @Nullable Rational changeEndPercent) {}

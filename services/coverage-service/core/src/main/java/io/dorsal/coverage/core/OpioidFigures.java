package io.dorsal.coverage.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidStatus;
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
        String factorSet, String status, @Nullable Rational changeEndPercent) {

    /** The change of a part says nothing about all that was taken, so a change with anything unconverted is none. */
    public static OpioidFigures of(OpioidOutcome outcome) {
        Change change = outcome.taken().change();
        if (change == null || outcome.status() != OpioidStatus.DETERMINED) {
            return new OpioidFigures(outcome.factorSet(), status(outcome), null);
        }
        return change.partial()
                ? new OpioidFigures(outcome.factorSet(), "some of what was taken has no MME", null)
                : new OpioidFigures(outcome.factorSet(), status(outcome), change.endPercent());
    }

    private static String status(OpioidOutcome outcome) {
        return outcome.status().word()
                + (outcome.reason() == null ? "" : " (" + outcome.reason().word() + ")");
    }
}

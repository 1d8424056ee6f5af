package io.dorsal.registry.core;

import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.TrialCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a write of a trial document does. Pure: same document, same state, same precondition → same decision. */
public sealed interface TrialDecision {
    /** The first version. */
    record Create(Trial trial) implements TrialDecision {}

    /** The next version. */
    record Replace(Trial trial) implements TrialDecision {}

    /** The document is already so; a repeated write lands here. */
    record Unchanged(Trial trial) implements TrialDecision {}

    /** The writer saw another version than the current one; null when there is none. */
    record LostRace(@Nullable Trial current) implements TrialDecision {}

    /** A change by a writer who does not say which version it saw. */
    record PreconditionRequired(Trial current) implements TrialDecision {}

    /** A device would be worn in two trials at once. */
    record DeviceElsewhere(DeviceConflict conflict) implements TrialDecision {}

    /** The document is as it was proposed, by this write or before. */
    default boolean isDone() {
        return switch (this) {
            case Create ignored -> true;
            case Replace ignored -> true;
            case Unchanged ignored -> true;
            case LostRace ignored -> false;
            case PreconditionRequired ignored -> false;
            case DeviceElsewhere ignored -> false;
        };
    }

    /**
     * Decides about {@code proposed}, whose own version is ignored.
     *
     * @param conflicts with other trials, in the order of the proposed assignments
     */
    static TrialDecision decide(
            @Nullable Trial current, Trial proposed, Precondition precondition, List<DeviceConflict> conflicts) {
        if (current == null) {
            return switch (precondition) {
                case Precondition.None ignored -> written(new Create(proposed.withVersion(1)), conflicts);
                case Precondition.Absent ignored -> written(new Create(proposed.withVersion(1)), conflicts);
                case Precondition.SeenVersions ignored -> new LostRace(null);
                case Precondition.Exists ignored -> new LostRace(null);
            };
        }
        // Before the precondition is looked at: who repeats a write that succeeded must hear that it succeeded.
        if (TrialCodec.canonical(current).equals(TrialCodec.canonical(proposed))) {
            return new Unchanged(current);
        }
        TrialDecision replace = new Replace(proposed.withVersion(current.version() + 1));
        return switch (precondition) {
            case Precondition.None ignored -> new PreconditionRequired(current);
            case Precondition.Absent ignored -> new LostRace(current);
            case Precondition.Exists ignored -> written(replace, conflicts);
            case Precondition.SeenVersions seen ->
                seen.versions().contains(current.version()) ? written(replace, conflicts) : new LostRace(current);
        };
    }

    private static TrialDecision written(TrialDecision write, List<DeviceConflict> conflicts) {
        return conflicts.isEmpty() ? write : new DeviceElsewhere(conflicts.getFirst());
    }
}

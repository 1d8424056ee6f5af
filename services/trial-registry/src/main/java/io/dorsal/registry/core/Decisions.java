package io.dorsal.registry.core;

import io.dorsal.model.DecisionId;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.DecisionKind;
import org.jspecify.annotations.Nullable;

/** What clinicians and payers decided about trials; nothing of it ever changes. */
public interface Decisions {
    /** Decides about {@code stated} and keeps it when it is new, atomically; writers of a trial queue. */
    Recording record(Decision stated);

    /** Superseded ones too, ordered by id, from the one after {@code after} on. */
    Page<Decision> list(TrialId trial, @Nullable DecisionKind kind, @Nullable DecisionId after, int limit);
}

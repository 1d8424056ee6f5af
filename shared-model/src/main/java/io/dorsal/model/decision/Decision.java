package io.dorsal.model.decision;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.DecisionId;
import io.dorsal.model.TrialId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a trial. It never changes; a mistake is corrected by another decision that supersedes it.
 */
public sealed interface Decision permits ClinicianDecision, PayerDecision {
    TrialId trial();

    DecisionId id();

    DecisionKind kind();

    /** The earlier decision of the same trial and kind that this one corrects; null when it corrects none. */
    @Nullable
    DecisionId supersedes();

    Instant decidedAt();

    /** The registry's clock. */
    Instant recordedAt();

    /** Who sent it; null until there is a sign-in. */
    @Nullable
    String recordedBy();

    default CloudEvent cloudEvent() {
        return new CloudEvent(
                trial() + "/" + id(),
                kind().eventType(),
                "/api/trials/" + trial() + "/decisions",
                recordedAt(),
                trial().value());
    }

    /** The decisions of one trial that no other one supersedes, earliest first, whatever the order of arrival. */
    static <D extends Decision> List<D> standing(Collection<D> ofOneTrial) {
        Set<DecisionId> superseded = ofOneTrial.stream()
                .map(Decision::supersedes)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ofOneTrial.stream()
                .filter(decision -> !superseded.contains(decision.id()))
                .sorted(Comparator.comparing(Decision::decidedAt).thenComparing(Decision::id))
                .toList();
    }
}

package io.dorsal.coverage;

import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.http.Conflict;
import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import io.dorsal.packet.Contents;
import io.dorsal.packet.Known;
import io.dorsal.packet.NoDetermination;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a packet would hold, of what the services know now. */
@ApplicationScoped
class Assembling {
    private final KnownFacts known;
    private final PolicyShelf shelf;

    Assembling(KnownFacts known, PolicyShelf shelf) {
        this.known = known;
        this.shelf = shelf;
    }

    /**
     * Empty when no such trial is known.
     *
     * @param policy the trial's own when null
     * @param asOf that of the newest fact when null
     * @throws Conflict when there is nothing to put into it
     */
    Optional<Contents> of(TrialId trial, @Nullable String policy, @Nullable Instant asOf, Instant now) {
        return known.of(trial).map(facts -> contents(facts, policy, asOf, now));
    }

    private Contents contents(Known facts, @Nullable String policy, @Nullable Instant asOf, Instant now) {
        Instant newest = facts.newestFact();
        // A paper may be dated ahead; an instant that has not come is nobody's to see the facts at.
        Instant at = asOf != null ? asOf : newest.isAfter(now) ? now : newest;
        try {
            return Contents.assemble(facts, shelf, policy(policy, facts.trial()), at, FhirOfPackets::enclosed);
        } catch (NoDetermination e) {
            throw new Conflict(Reason.NO_DETERMINATION, String.valueOf(e.getMessage()));
        }
    }

    private String policy(@Nullable String asked, Trial trial) {
        String policy = asked == null ? trial.coverage().policy() : asked;
        Policies policies = shelf.policies();
        if (policy == null || (asked != null && !policies.ids().contains(asked))) {
            throw new Malformed(Reason.UNKNOWN_VALUE, "policy", "one of " + String.join(", ", policies.ids()));
        }
        return policy;
    }
}

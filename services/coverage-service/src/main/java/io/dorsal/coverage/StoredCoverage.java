package io.dorsal.coverage;

import io.dorsal.coverage.core.Evidence;
import io.dorsal.coverage.core.OpioidFigures;
import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.frontdoor.Answer;
import io.dorsal.coverage.frontdoor.FrontDoor;
import io.dorsal.coverage.http.CoverageSource;
import io.dorsal.coverage.http.OutcomesUnavailable;
import io.dorsal.coverage.store.EvidenceStore;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.trial.Trial;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Determinations from the statements that are stored and the outcomes that their services compute. */
@ApplicationScoped
public class StoredCoverage implements CoverageSource {
    private final EvidenceStore store;
    private final FrontDoor frontDoor;
    private final Policies policies;
    private final Judge judge;

    StoredCoverage(EvidenceStore store, FrontDoor frontDoor, Policies policies, Judge judge) {
        this.store = store;
        this.frontDoor = frontDoor;
        this.policies = policies;
        this.judge = judge;
    }

    /** Evidence with outcomes, and which these are. */
    private record Complete(Evidence evidence, Outcomes outcomes) {}

    @Override
    public Optional<Found> of(TrialId trial, @Nullable String policy, @Nullable Instant asOf, Instant now) {
        return store.load(trial).map(stored -> {
            String id = policy(policy, stored.trial());
            Instant at = asOf == null ? now : asOf;
            Complete complete = complete(stored, at, asOf != null);
            Evidence evidence = complete.evidence();
            return new Found(
                    id.equals(ALL) ? judge.determineAll(evidence, at) : List.of(judge.determine(evidence, id, at)),
                    complete.outcomes());
        });
    }

    /** A trial's own policy may be unknown: then the determination says so. */
    private String policy(@Nullable String asked, Trial trial) {
        String own = trial.coverage().policy();
        if (asked == null && own != null) {
            return own;
        }
        if (asked == null || !(asked.equals(ALL) || policies.ids().contains(asked))) {
            String known = "all or one of " + String.join(", ", policies.ids());
            throw new Malformed(
                    Reason.UNKNOWN_VALUE, "policy", asked == null ? known + ": the trial names none" : known);
        }
        return asked;
    }

    private Complete complete(Evidence stored, Instant at, boolean exactly) {
        TrialId trial = stored.trial().trial();
        Answer<ResponderOutcome> responder = frontDoor.responder(trial, at);
        if (responder instanceof Answer.Unavailable<ResponderOutcome> lacking) {
            return published(stored, exactly, lacking.why());
        }
        Answer<OpioidOutcome> opioids = frontDoor.opioids(trial, at);
        if (opioids instanceof Answer.Unavailable<OpioidOutcome> lacking) {
            return published(stored, exactly, lacking.why());
        }
        OpioidOutcome medication = found(opioids);
        Evidence evidence = new Evidence(
                stored.trial(),
                found(responder),
                medication == null ? null : OpioidFigures.of(medication),
                stored.reports());
        return new Complete(evidence, Outcomes.AS_OF);
    }

    private static Complete published(Evidence stored, boolean exactly, String why) {
        if (exactly) {
            throw new OutcomesUnavailable(why);
        }
        return new Complete(stored, Outcomes.PUBLISHED);
    }

    private static <O> @Nullable O found(Answer<O> answer) {
        return answer instanceof Answer.Found<O> found ? found.outcome() : null;
    }
}

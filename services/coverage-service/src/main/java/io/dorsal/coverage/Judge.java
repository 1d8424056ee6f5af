package io.dorsal.coverage;

import io.dorsal.coverage.core.Coverage;
import io.dorsal.coverage.core.Evidence;
import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.core.Urgency;
import io.dorsal.coverage.store.Judged;
import io.dorsal.coverage.store.Judged.Ruling;
import io.dorsal.merge.Assessing;
import io.dorsal.merge.store.Loaded;
import io.dorsal.model.outcome.CoverageDetermination;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Evidence to determinations, with the policies of this installation. */
@ApplicationScoped
public class Judge {
    private final Policies policies;
    private final Assessing assessing;

    Judge(Policies policies, Assessing assessing) {
        this.policies = policies;
        this.assessing = assessing;
    }

    CoverageDetermination determine(Evidence evidence, String policy, Instant asOf) {
        return assessing.time(() -> Coverage.determine(policies, policy, evidence, asOf));
    }

    List<CoverageDetermination> determineAll(Evidence evidence, Instant asOf) {
        return assessing.time(() -> Coverage.determineAll(policies, evidence, asOf));
    }

    /** What to publish, each as of its newest evidence; a trial that cannot be read keeps what it had. */
    List<Judged> publishable(Loaded<Evidence> loaded) {
        return assessing.each(loaded, this::publishable);
    }

    private Judged publishable(Evidence evidence) {
        String policy = evidence.trial().coverage().policy();
        if (policy == null) {
            return new Judged(evidence.trial().trial(), null);
        }
        CoverageDetermination determination = determine(evidence, policy, evidence.newestFact());
        Urgency urgency = Urgency.of(determination, later -> determine(evidence, policy, later));
        return new Judged(evidence.trial().trial(), new Ruling(evidence.trial().clinic(), determination, urgency));
    }
}

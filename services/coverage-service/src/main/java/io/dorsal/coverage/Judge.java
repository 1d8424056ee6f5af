package io.dorsal.coverage;

import io.dorsal.coverage.core.Coverage;
import io.dorsal.coverage.core.Evidence;
import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.core.Urgency;
import io.dorsal.coverage.core.figures.Dossier;
import io.dorsal.coverage.core.figures.Standings;
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
    List<Judged> publishable(Loaded<Dossier> loaded) {
        return assessing.each(loaded, this::publishable);
    }

    private Judged publishable(Dossier dossier) {
        Evidence evidence = dossier.evidence();
        String policy = evidence.trial().coverage().policy();
        return new Judged(
                evidence.trial().trial(),
                policy == null ? null : ruling(evidence, policy),
                Standings.of(dossier, policies));
    }

    private Ruling ruling(Evidence evidence, String policy) {
        CoverageDetermination determination = determine(evidence, policy, evidence.newestFact());
        Urgency urgency = Urgency.of(determination, later -> determine(evidence, policy, later));
        return new Ruling(evidence.trial().clinic(), determination, urgency);
    }
}

package io.dorsal.coverage;

import io.dorsal.coverage.http.CoverageSource;
import io.dorsal.coverage.store.EvidenceStore;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Judges one of the stored trials as if somebody had asked, before the port opens. What is done for the first time takes
 * several times as long (classes are loaded, connections made, the HTTP client set up), and on a busy machine that is
 * longer than a page waits. Bounded by the timeouts of the front door.
 */
@ApplicationScoped
class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    private final EvidenceStore store;
    private final CoverageSource coverage;
    private final InstantSource clock;

    WarmUp(EvidenceStore store, CoverageSource coverage, InstantSource clock) {
        this.store = store;
        this.coverage = coverage;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        try {
            judgeOne();
        } catch (RuntimeException e) {
            // Whoever asks for this trial is told; it is no reason not to answer for the others. No message: it may
            // quote facts.
            LOG.warnf(
                    "No trial could be judged at the start (%s); the first answer may take long.",
                    e.getClass().getName());
        }
    }

    /** The trial that was judged; empty while there is none. */
    Optional<TrialId> judgeOne() {
        Optional<TrialId> trial = store.any();
        trial.flatMap(one -> coverage.of(
                        one, CoverageSource.ALL, null, clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .ifPresent(found -> found.determinations().forEach(CoverageDeterminationCodec::stored));
        return trial;
    }
}

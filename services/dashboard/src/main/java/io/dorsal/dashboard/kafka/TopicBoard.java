package io.dorsal.dashboard.kafka;

import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.Freshness;
import io.dorsal.dashboard.core.Listed;
import io.dorsal.dashboard.core.ListedOutcome;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.trial.TrialState;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The latest of each trial, from the compacted topics. Written by one thread, the reader's; read by all. An outcome may
 * come before its trial, since the topics are not ordered with each other: it waits here.
 */
@ApplicationScoped
public class TopicBoard implements Board {
    /** Letting go a share at a time keeps the search for the oldest rare. */
    private static final int SHARE = 20;

    /** Of opioids and of coverage. */
    private static final int KEPT_TOPICS = 2;

    /** An outcome and its place in the order in which its trial's outcomes were committed. */
    private record Ordered(long sequence, ListedOutcome outcome) {}

    private final int trialsMax;
    private final Duration staleAfter;
    private final KeptOutcomes kept;
    private final Map<TrialId, Trial> trials = new ConcurrentHashMap<>();
    private final Map<TrialId, Ordered> outcomes = new ConcurrentHashMap<>();
    private final Map<KeptOutcomes.Key, Long> sequences = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean readToEnd;
    private volatile @Nullable Instant heardAt;

    public TopicBoard(TopicSettings settings) {
        this.trialsMax = settings.trialsMax();
        this.staleAfter = settings.staleAfter();
        this.kept = new KeptOutcomes(settings.keptOutcomeBytesMax());
    }

    @Override
    public List<Listed> trials() {
        return trials.values().stream().map(this::listed).toList();
    }

    @Override
    public @Nullable Listed find(TrialId trial) {
        Trial found = trials.get(trial);
        return found == null ? null : listed(found);
    }

    private Listed listed(Trial trial) {
        Ordered latest = outcomes.get(trial.trial());
        return new Listed(trial, latest == null ? null : latest.outcome());
    }

    @Override
    public @Nullable ResponderOutcome published(TrialId trial) {
        byte[] value = kept.get(new KeptOutcomes.Key(Topics.RESPONDER_OUTCOMES, trial));
        return value == null ? null : ResponderOutcomeReader.parse(value);
    }

    @Override
    public @Nullable OpioidOutcome publishedOpioids(TrialId trial) {
        byte[] value = kept.get(new KeptOutcomes.Key(Topics.OPIOID_OUTCOMES, trial));
        return value == null ? null : OpioidOutcomeReader.parse(value);
    }

    @Override
    public @Nullable CoverageDetermination publishedCoverage(TrialId trial) {
        byte[] value = kept.get(new KeptOutcomes.Key(Topics.COVERAGE_DETERMINATIONS, trial));
        return value == null ? null : CoverageDeterminationReader.parse(value);
    }

    @Override
    public Freshness freshness() {
        Instant heard = heardAt;
        boolean stale = heard == null || heard.isBefore(Instant.now().minus(staleAfter));
        return new Freshness(readToEnd, heard, stale, dropped.get());
    }

    /** The highest version counts, whatever the order of arrival; true when this one does. */
    boolean merge(Trial trial) {
        Trial known = trials.get(trial.trial());
        if (known != null && known.version() > trial.version()) {
            return false;
        }
        trials.put(trial.trial(), withoutPapers(trial));
        if (trials.size() > trialsMax) {
            letGo();
        }
        return true;
    }

    // No page reads them here, and they are four fifths of a trial's memory.
    private static Trial withoutPapers(Trial trial) {
        return new Trial(
                trial.trial(),
                trial.version(),
                trial.clinic(),
                trial.subject(),
                trial.therapy(),
                trial.indication(),
                trial.timezone(),
                trial.painScale(),
                trial.painConstruct(),
                trial.leadPlacedAt(),
                trial.plannedRemovalAt(),
                trial.leadRemovedAt(),
                trial.devices(),
                List.of(),
                List.of(),
                List.of(),
                trial.coverage());
    }

    /**
     * The greatest sequence counts, whatever the order of arrival; true when this one does. A record that was on the
     * wire while its publisher was replaced can land behind a newer one, and stay the last of its key.
     */
    boolean put(ResponderOutcome outcome, byte[] value, long sequence) {
        Ordered known = outcomes.get(outcome.trialId());
        if (known != null && known.sequence() > sequence) {
            return false;
        }
        outcomes.put(outcome.trialId(), new Ordered(sequence, ListedOutcome.of(outcome)));
        kept.put(new KeptOutcomes.Key(Topics.RESPONDER_OUTCOMES, outcome.trialId()), value);
        if (outcomes.size() > 2 * trialsMax) {
            outcomes.keySet().removeIf(trial -> !trials.containsKey(trial));
        }
        return true;
    }

    /** As {@link #put}, of outcomes that the list shows nothing of, so that only the whole one is kept. */
    boolean keep(Topic topic, TrialId trial, byte[] value, long sequence) {
        KeptOutcomes.Key key = new KeptOutcomes.Key(topic, trial);
        Long known = sequences.get(key);
        if (known != null && known > sequence) {
            return false;
        }
        sequences.put(key, sequence);
        kept.put(key, value);
        if (sequences.size() > KEPT_TOPICS * 2 * trialsMax) {
            sequences.keySet().removeIf(other -> !trials.containsKey(other.trial()));
        }
        return true;
    }

    /**
     * Takes back what was kept, unless something later was: a trial that changes its policy withdraws under the former
     * key what another partition may have replaced already.
     */
    boolean withdraw(Topic topic, TrialId trial, long sequence) {
        KeptOutcomes.Key key = new KeptOutcomes.Key(topic, trial);
        Long known = sequences.get(key);
        if (known != null && known > sequence) {
            return false;
        }
        sequences.put(key, sequence);
        kept.remove(key);
        return true;
    }

    void forget(Topic topic, TrialId trial) {
        sequences.remove(new KeptOutcomes.Key(topic, trial));
        kept.remove(new KeptOutcomes.Key(topic, trial));
    }

    void removeTrial(TrialId trial) {
        trials.remove(trial);
    }

    void removeOutcome(TrialId trial) {
        outcomes.remove(trial);
        kept.remove(new KeptOutcomes.Key(Topics.RESPONDER_OUTCOMES, trial));
    }

    void heard(boolean toTheEnd, Instant now) {
        heardAt = now;
        readToEnd = readToEnd || toTheEnd;
    }

    int size() {
        return trials.size();
    }

    // Ended trials first, those that ended earliest; a running trial only when there is nothing else to let go.
    private void letGo() {
        List<Trial> first = trials.values().stream()
                .sorted(Comparator.comparing((Trial trial) -> trial.state() != TrialState.ENDED)
                        .thenComparing(trial -> trial.endsAt() == null ? Instant.MAX : trial.endsAt()))
                .limit(Math.max(1, trialsMax / SHARE))
                .toList();
        for (Trial trial : first) {
            removeTrial(trial.trial());
            removeOutcome(trial.trial());
            forget(Topics.OPIOID_OUTCOMES, trial.trial());
            forget(Topics.COVERAGE_DETERMINATIONS, trial.trial());
        }
        dropped.addAndGet(first.size());
    }
}

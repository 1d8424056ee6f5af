package io.dorsal.merge.store;

import io.dorsal.model.TrialId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The facts of some trials.
 *
 * @param facts in order of the trials' ids
 * @param unreadable trials of which something stored no longer parses; the others are not touched by it
 */
public record Loaded<F>(Map<TrialId, F> facts, Map<TrialId, Unreadable> unreadable) {

    /** Reads on; parsing can fail with anything once a parser has changed, and only the trial at hand may pay for it. */
    public <G> Loaded<G> then(Function<F, G> read) {
        Map<TrialId, G> next = new TreeMap<>();
        Map<TrialId, Unreadable> failed = new LinkedHashMap<>(unreadable);
        facts.forEach((trial, known) -> {
            try {
                next.put(trial, read.apply(known));
            } catch (RuntimeException e) {
                failed.put(trial, new Unreadable(e));
            }
        });
        return new Loaded<>(next, failed);
    }

    /**
     * The facts of one trial, empty when its document is not known.
     *
     * @throws Unreadable when something of it no longer parses
     */
    public Optional<F> of(TrialId trial) {
        Unreadable failed = unreadable.get(trial);
        if (failed != null) {
            throw failed;
        }
        return Optional.ofNullable(facts.get(trial));
    }
}

package io.dorsal.responder.store;

import io.dorsal.model.TrialId;
import io.dorsal.responder.core.TrialFacts;
import java.util.List;
import java.util.Map;

/**
 * The facts of some trials.
 *
 * @param unreadable trials of which something stored no longer parses; the others are not touched by it
 */
public record LoadedFacts(List<TrialFacts> facts, Map<TrialId, Unreadable> unreadable) {}

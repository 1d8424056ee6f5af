package io.dorsal.coverage.core.figures;

import io.dorsal.coverage.core.Evidence;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.outcome.OpioidOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a trial. Determinations rest on the evidence alone: what was decided afterwards never changes
 * what it was decided on.
 *
 * @param opioids null while opioid-service has not spoken
 * @param decisions every one that was heard of, in any order, also those that others supersede
 */
public record Dossier(Evidence evidence, @Nullable OpioidOutcome opioids, List<Decision> decisions) {}

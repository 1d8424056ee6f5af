package io.dorsal.dashboard.core.coverage;

import io.dorsal.model.outcome.CoverageDetermination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One trial under every policy, or under one where only that is at hand.
 *
 * @param all at least one, as of the same instant
 * @param onPublished they rest on the latest published outcomes, since those as of now could not be had
 */
public record Determinations(List<CoverageDetermination> all, boolean onPublished) {

    Optional<CoverageDetermination> under(String policy) {
        return all.stream().filter(each -> each.policy().equals(policy)).findFirst();
    }

    public Instant asOf() {
        return all.getFirst().asOf();
    }
}

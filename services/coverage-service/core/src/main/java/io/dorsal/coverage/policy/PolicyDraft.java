package io.dorsal.coverage.policy;

import io.dorsal.coverage.core.Criterion;
import io.dorsal.coverage.core.Policy;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A policy as its own file states it, before the policies that it includes are joined in.
 *
 * @param policy with its own criteria only
 * @param at where to complain about the dates
 * @param mistakes of the file, for those that only show beside other files
 */
record PolicyDraft(Policy policy, Node at, List<Inclusion> inclusions, Mistakes mistakes) {

    /** @param at where to complain about it */
    record Inclusion(Policy.Ref ref, Node at) {}

    /** The included criteria first, in the order of the file. */
    Policy with(List<Policy> included) {
        List<Criterion> criteria = new ArrayList<>();
        included.forEach(other -> criteria.addAll(other.criteria()));
        criteria.addAll(policy.criteria());
        return new Policy(
                policy.ref(),
                policy.payer(),
                policy.document(),
                policy.jurisdiction(),
                policy.effectiveFrom(),
                policy.effectiveTo(),
                policy.sourceStatus(),
                policy.scope(),
                inclusions.stream().map(Inclusion::ref).toList(),
                criteria,
                policy.flags());
    }
}

package io.dorsal.coverage.core;

import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.outcome.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One requirement of a policy.
 *
 * @param statedBy the policy that states it: another one than the policy at hand when it was included
 * @param supplier of the documents and treatments it asks for; null when it asks for none, since a fact names its own
 */
public record Criterion(
        String id,
        String requirement,
        String citation,
        CriterionKind kind,
        Policy.Ref statedBy,
        SourceStatus sourceStatus,
        @Nullable Supplier supplier,
        Rule rule) {}

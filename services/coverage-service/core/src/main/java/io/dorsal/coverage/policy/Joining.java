package io.dorsal.coverage.policy;

import io.dorsal.coverage.core.Criterion;
import io.dorsal.coverage.core.Policy;
import io.dorsal.coverage.policy.PolicyDraft.Inclusion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drafts to policies: includes resolved, and what only shows when all files lie side by side. */
final class Joining {
    private final List<PolicyDraft> drafts;
    private final Map<Policy.Ref, PolicyDraft> byRef = new LinkedHashMap<>();

    Joining(List<PolicyDraft> drafts) {
        this.drafts = drafts;
        drafts.forEach(draft -> byRef.putIfAbsent(draft.policy().ref(), draft));
    }

    List<Policy> joined() {
        for (int i = 0; i < drafts.size(); i++) {
            for (int j = 0; j < i; j++) {
                requireApart(drafts.get(j).policy(), drafts.get(i));
            }
        }
        return drafts.stream().map(this::joined).toList();
    }

    /** Of one policy at most one version may be in force on any date. */
    private static void requireApart(Policy other, PolicyDraft draft) {
        Policy policy = draft.policy();
        if (!policy.ref().id().equals(other.ref().id())) {
            return;
        }
        if (policy.ref().equals(other.ref())) {
            draft.mistakes().add(draft.at(), "%s was read already; expected each version once".formatted(policy.ref()));
        } else if (other.isInForceOn(policy.effectiveFrom()) || policy.isInForceOn(other.effectiveFrom())) {
            draft.mistakes()
                    .add(
                            draft.at(),
                            "version %s (%s) overlaps version %s (%s); expected at most one in force on any date: end"
                                            .formatted(
                                                    policy.ref().version(),
                                                    policy.effective(),
                                                    other.ref().version(),
                                                    other.effective())
                                    + " the earlier one with 'effectiveTo'");
        }
    }

    private Policy joined(PolicyDraft draft) {
        List<Policy> included = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        draft.policy().criteria().forEach(criterion -> ids.add(criterion.id()));
        for (Inclusion inclusion : draft.inclusions()) {
            PolicyDraft other = byRef.get(inclusion.ref());
            if (other == null) {
                draft.mistakes().add(inclusion.at(), "no policy %s to include".formatted(inclusion.ref()));
            } else {
                requireFits(draft, inclusion, other);
                requireFreshIds(draft, inclusion, other.policy(), ids);
                included.add(other.policy());
            }
        }
        return draft.with(included);
    }

    /** One level only, so that a reader finds every criterion in two files at most, and nothing includes itself. */
    private static void requireFits(PolicyDraft draft, Inclusion inclusion, PolicyDraft other) {
        if (!other.inclusions().isEmpty()) {
            draft.mistakes()
                    .add(
                            inclusion.at(),
                            "%s includes other policies itself; expected one that stands alone"
                                    .formatted(inclusion.ref()));
        }
        LocalDate end = draft.policy().effectiveTo();
        LocalDate otherEnd = other.policy().effectiveTo();
        boolean outlives = otherEnd != null && (end == null || end.isAfter(otherEnd));
        if (draft.policy().effectiveFrom().isBefore(other.policy().effectiveFrom()) || outlives) {
            draft.mistakes()
                    .add(
                            inclusion.at(),
                            "%s is in force %s; expected a version in force as long as this policy is"
                                    .formatted(inclusion.ref(), other.policy().effective()));
        }
    }

    /** {@code ids} are those taken so far. */
    private static void requireFreshIds(PolicyDraft draft, Inclusion inclusion, Policy included, Set<String> ids) {
        for (Criterion criterion : included.criteria()) {
            if (!ids.add(criterion.id())) {
                draft.mistakes()
                        .add(
                                inclusion.at(),
                                "criterion id '%s' of %s is taken already; expected each once"
                                        .formatted(criterion.id(), inclusion.ref()));
            }
        }
    }
}

package io.dorsal.dashboard.core.coverage;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.CriterionResult;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One policy in the table of all of them.
 *
 * @param source what to check since only a summary was read; empty otherwise
 * @param met how many of the criteria that apply; a dash without a result
 * @param notMet the ids of the criteria that are not met
 * @param open the ids of those that wait for something
 * @param own whether the trial names this policy
 * @param shown whether this is the one above the table
 */
public record PolicyRow(
        String policy,
        String version,
        String source,
        String result,
        String sign,
        String met,
        String notMet,
        String open,
        boolean own,
        boolean shown) {
    private static final String NONE = "\u2013";

    /** In the order in which they came, those without a result last. */
    static List<PolicyRow> of(Determinations all, @Nullable String own, @Nullable String shown) {
        return all.all().stream()
                .sorted(Comparator.comparing(each -> each.result() == null))
                .map(each -> of(each, each.policy().equals(own), each.policy().equals(shown)))
                .toList();
    }

    private static PolicyRow of(CoverageDetermination d, boolean own, boolean shown) {
        return new PolicyRow(
                d.policy(),
                Objects.requireNonNullElse(d.version(), ""),
                DeterminationPart.source(d.sourceStatus()),
                DeterminationPart.result(d),
                CoverageWords.sign(d.result()),
                met(d),
                ids(d, Set.of(CriterionResult.NOT_MET)),
                ids(d, Set.of(CriterionResult.NOT_DETERMINABLE, CriterionResult.ATTESTATION_REQUIRED)),
                own,
                shown);
    }

    private static String met(CoverageDetermination d) {
        int applying = d.criteria().size() - DeterminationPart.count(d, CriterionResult.NOT_APPLICABLE);
        return d.result() == null
                ? NONE
                : "%d of %d".formatted(DeterminationPart.count(d, CriterionResult.MET), applying);
    }

    /** A policy that is about something else is not failed. */
    private static String ids(CoverageDetermination d, Set<CriterionResult> results) {
        String ids = d.criteria().stream()
                .filter(criterion -> results.contains(criterion.result()))
                .map(Criterion::id)
                .collect(Collectors.joining(", "));
        return d.result() == null || ids.isEmpty() ? NONE : ids;
    }
}

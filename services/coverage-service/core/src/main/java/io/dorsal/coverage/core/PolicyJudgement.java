package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Verdict.State;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageResult;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All criteria of a policy, judged. The scope stands first among them where it is stated: as long as it is unknown the
 * policy cannot be supported.
 *
 * @param scope null when the policy applies to every trial
 */
record PolicyJudgement(@Nullable JudgedCriterion scope, List<JudgedCriterion> criteria) {
    static final PolicyJudgement NOTHING = new PolicyJudgement(null, List.of());

    /** A criterion with its verdict. */
    record JudgedCriterion(Criterion criterion, Verdict verdict) {
        CoverageDetermination.Criterion shown() {
            return new CoverageDetermination.Criterion(
                    criterion.id(),
                    criterion.requirement(),
                    criterion.citation(),
                    criterion.kind(),
                    criterion.statedBy().toString(),
                    criterion.sourceStatus(),
                    verdict.result(),
                    verdict.explanation(),
                    verdict.read(),
                    verdict.group());
        }
    }

    static PolicyJudgement of(Policy policy, Judgement judgement) {
        Criterion scope = policy.scope();
        List<JudgedCriterion> criteria =
                policy.criteria().stream().map(each -> judged(each, judgement)).toList();
        return new PolicyJudgement(scope == null ? null : judged(scope, judgement), criteria);
    }

    private static JudgedCriterion judged(Criterion criterion, Judgement judgement) {
        return new JudgedCriterion(criterion, judgement.judge(criterion.rule()));
    }

    /** Null when the policy does not apply: by its scope, or because none of its criteria does. */
    @Nullable
    CoverageResult result() {
        if (isOutOfScope() || criteria.stream().allMatch(is(State.NOT_APPLICABLE))) {
            return null;
        }
        if (all().anyMatch(is(State.NOT_MET))) {
            return CoverageResult.NOT_SUPPORTED;
        }
        return all().anyMatch(is(State.UNKNOWN)) ? CoverageResult.INCOMPLETE : CoverageResult.SUPPORTED;
    }

    private boolean isOutOfScope() {
        return scope != null && scope.verdict().state() == State.NOT_MET;
    }

    private static Predicate<JudgedCriterion> is(State state) {
        return judged -> judged.verdict().state() == state;
    }

    /** Scope and criteria. */
    Stream<JudgedCriterion> all() {
        return scope == null ? criteria.stream() : Stream.concat(Stream.of(scope), criteria.stream());
    }

    /** A policy that does not apply shows its scope only. */
    List<CoverageDetermination.Criterion> shown() {
        Stream<JudgedCriterion> shown = isOutOfScope() ? Stream.ofNullable(scope) : all();
        return shown.map(JudgedCriterion::shown).toList();
    }

    String scopeExplanation() {
        return scope == null ? "none of its criteria applies" : scope.verdict().explanation();
    }

    /** As in "Not met: L6. Open: N1, N3." */
    String summary() {
        String notMet = ids(State.NOT_MET);
        String open = ids(State.UNKNOWN);
        if (notMet.isEmpty() && open.isEmpty()) {
            return "Every criterion that applies is met on these facts.";
        }
        return Stream.of(part("Not met: ", notMet), part("Open: ", open))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(String label, String ids) {
        return ids.isEmpty() ? "" : label + ids + ".";
    }

    private String ids(State state) {
        return all().filter(is(state)).map(judged -> judged.criterion().id()).collect(Collectors.joining(", "));
    }
}

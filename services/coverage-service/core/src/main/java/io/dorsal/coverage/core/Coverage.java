package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Verdict.State;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Flag;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.NoCoverageResult;
import io.dorsal.model.report.PatientReport;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Evidence to determination. Depends on nothing but its arguments, so a replay, another machine and the offline verifier
 * come to the same determination.
 */
public final class Coverage {
    private final Evidence evidence;
    private final Instant asOf;
    private final Facts facts;
    private final String statedDigest;

    private Coverage(Evidence evidence, Instant asOf) {
        this.evidence = evidence;
        this.asOf = asOf;
        this.facts = Facts.of(evidence, asOf);
        this.statedDigest = evidence.stated().digest(asOf).hex();
    }

    /**
     * What the version of {@code policy} in force on the date of service amounts to, on what is dated up to {@code asOf}.
     *
     * @param evidence with the outcomes as of the same instant, since only their owners can compute them anew
     */
    public static CoverageDetermination determine(Policies policies, String policy, Evidence evidence, Instant asOf) {
        return new Coverage(evidence, asOf).under(policies, policy);
    }

    /** Whether a determination as of that instant can depend on a report: it reads no others, but for the digest. */
    public static Predicate<PatientReport> reads(Instant asOf) {
        return report -> ReportFacts.isRead(report, asOf);
    }

    /** One trial under every policy, side by side, in the order of the ids. */
    public static List<CoverageDetermination> determineAll(Policies policies, Evidence evidence, Instant asOf) {
        Coverage coverage = new Coverage(evidence, asOf);
        return policies.ids().stream().map(id -> coverage.under(policies, id)).toList();
    }

    private CoverageDetermination under(Policies policies, String id) {
        List<Policy> versions = policies.versionsOf(id);
        if (versions.isEmpty()) {
            return none(id, NoCoverageResult.NO_SUCH_POLICY, "No policy %s is known.".formatted(id));
        }
        return policies.inForce(id, facts.dateOfService())
                .map(this::under)
                .orElseGet(() -> none(id, NoCoverageResult.NONE_IN_FORCE, noneInForce(id, versions)));
    }

    private CoverageDetermination none(String id, NoCoverageResult reason, String explanation) {
        return of(id, null, null, reason, explanation, PolicyJudgement.NOTHING, List.of());
    }

    private String noneInForce(String id, List<Policy> versions) {
        String known = versions.stream()
                .map(version -> version.ref().version() + " (" + version.effective() + ")")
                .collect(Collectors.joining(", "));
        return "%s No version of %s is in force then; known are %s.".formatted(dateOfService(), id, known);
    }

    private String dateOfService() {
        return facts.get(FactName.PLACEMENT) instanceof Fact.Known
                ? "Date of service %s, the placement of the trial lead.".formatted(facts.dateOfService())
                : "The trial lead is not placed yet, so %s stands for the date of service."
                        .formatted(facts.dateOfService());
    }

    private CoverageDetermination under(Policy policy) {
        PolicyJudgement judgement = PolicyJudgement.of(policy, Judgement.of(facts));
        String explanation = "%s Version %s of %s is in force (%s)."
                .formatted(dateOfService(), policy.ref().version(), policy.ref().id(), policy.effective());
        CoverageResult result = judgement.result();
        return result == null
                ? of(
                        policy.ref().id(),
                        policy,
                        null,
                        NoCoverageResult.DOES_NOT_APPLY,
                        explanation + " It does not apply: " + judgement.scopeExplanation() + ".",
                        judgement,
                        List.of())
                : of(
                        policy.ref().id(),
                        policy,
                        result,
                        null,
                        explanation + " " + judgement.summary(),
                        judgement,
                        Worklist.of(policy, judgement, evidence, facts, asOf));
    }

    private CoverageDetermination of(
            String id,
            @Nullable Policy policy,
            @Nullable CoverageResult result,
            @Nullable NoCoverageResult reason,
            String explanation,
            PolicyJudgement judgement,
            List<CoverageDetermination.Missing> missing) {
        return new CoverageDetermination(
                evidence.trial().trial(),
                id,
                policy == null ? null : policy.ref().version(),
                policy == null ? null : policy.sourceStatus(),
                asOf,
                facts.dateOfService(),
                result,
                reason,
                explanation,
                judgement.shown(),
                policy == null ? List.of() : flags(policy),
                missing,
                evidence.responder() == null ? null : evidence.responder().factDigest(),
                statedDigest);
    }

    private List<Flag> flags(Policy policy) {
        Judgement judgement = Judgement.of(facts);
        return policy.flags().stream()
                .filter(flag -> judgement.judge(flag.when()).state() == State.MET)
                .map(flag -> new Flag(flag.id(), flag.text(), flag.citation(), flag.sourceStatus()))
                .toList();
    }
}

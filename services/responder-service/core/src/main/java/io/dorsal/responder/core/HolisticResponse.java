package io.dorsal.responder.core;

import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticDomain;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.HolisticOutcome.Impression;
import io.dorsal.model.outcome.HolisticOutcome.Lack;
import io.dorsal.model.outcome.HolisticOutcome.Score;
import io.dorsal.model.outcome.HolisticOutcome.Side;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.Statement.Function;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Definition {@code holistic/1}: improvement in MCIDs over the domains that were impaired at baseline [EVOKE holistic
 * analysis, RAPM 2024;49:233; the concept in Neuromodulation 2023;26:1015]. All exact.
 *
 * @param domains pain and the questionnaires in use
 */
record HolisticResponse(
        Status status,
        @Nullable HolisticReason reason,
        List<Change> domains,
        @Nullable Impression pgic) {

    static HolisticResponse notStarted() {
        return without(HolisticReason.NOT_STARTED, List.of(), null);
    }

    /** Of a trial that has started. */
    static HolisticResponse of(PainRelief pain, PainScale scale, FunctionScores scores, HolisticRules rules) {
        Impression pgic = impression(scores.trial().get(Instrument.PGIC));
        List<Change> domains = Arrays.stream(HolisticDomain.values())
                .filter(domain ->
                        domain.instrument().map(scores.used()::contains).orElse(true))
                .map(domain -> domain.instrument()
                        .map(instrument -> change(
                                domain,
                                score(scores.baseline().get(instrument)),
                                score(scores.trial().get(instrument)),
                                rules.of(domain, scale)))
                        .orElseGet(() -> change(domain, baseline(pain), trial(pain), rules.of(domain, scale))))
                .toList();
        HolisticReason reason = reason(pain, domains);
        return reason == null
                ? new HolisticResponse(verdict(domains), null, domains, pgic)
                : without(reason, domains, pgic);
    }

    private static HolisticResponse without(HolisticReason reason, List<Change> domains, @Nullable Impression pgic) {
        Status status = switch (reason) {
            case NOT_STARTED, MIXED_SCALES, NO_FUNCTION_REPORTED, NOT_IMPAIRED -> Status.NOT_EVALUABLE;
            case BASELINE_INCOMPLETE, TRIAL_INCOMPLETE -> Status.UNDETERMINED;
        };
        return new HolisticResponse(status, reason, domains, pgic);
    }

    /** Why there is no verdict; null when there is one. */
    private static @Nullable HolisticReason reason(PainRelief pain, List<Change> domains) {
        if (pain.reason() == StatusReason.MIXED_SCALES) {
            return HolisticReason.MIXED_SCALES;
        }
        if (domains.stream().allMatch(domain -> domain.instrument() == HolisticDomain.PAIN)) {
            return HolisticReason.NO_FUNCTION_REPORTED;
        }
        if (domains.stream().anyMatch(domain -> domain.impaired() == null)) {
            return HolisticReason.BASELINE_INCOMPLETE;
        }
        if (impaired(domains).findAny().isEmpty()) {
            return HolisticReason.NOT_IMPAIRED;
        }
        return impaired(domains).allMatch(domain -> domain.mcids() != null) ? null : HolisticReason.TRIAL_INCOMPLETE;
    }

    private static Status verdict(List<Change> domains) {
        return mcids(domains).allMatch(Rational.ONE::isAtMost) ? Status.RESPONDER : Status.NON_RESPONDER;
    }

    private static Stream<Change> impaired(List<Change> domains) {
        return domains.stream().filter(domain -> Boolean.TRUE.equals(domain.impaired()));
    }

    private static Stream<Rational> mcids(List<Change> domains) {
        return impaired(domains).map(Change::mcids).filter(Objects::nonNull);
    }

    private static Change change(
            HolisticDomain domain, @Nullable Score baseline, @Nullable Score trial, HolisticRules.Threshold threshold) {
        Rational improvement =
                baseline == null || trial == null ? null : domain.improvement(baseline.score(), trial.score());
        return new Change(
                domain,
                baseline,
                trial,
                improvement,
                threshold.mcid(),
                improvement == null ? null : improvement.dividedBy(threshold.mcid()),
                baseline == null ? null : domain.isAsBadAs(baseline.score(), threshold.impairedFrom()));
    }

    /** A baseline of 0 gives no relief in percent, but is a baseline: not impaired. */
    private static @Nullable Score baseline(PainRelief pain) {
        Rational mean = pain.reason() == StatusReason.BASELINE_ZERO ? Rational.ZERO : pain.baselineMean();
        return mean == null ? null : new Score(null, mean);
    }

    private static @Nullable Score trial(PainRelief pain) {
        Rational mean = pain.trialMean();
        return mean == null ? null : new Score(null, mean);
    }

    private static @Nullable Score score(@Nullable Function answer) {
        return answer == null ? null : new Score(answer.at(), Rational.of(answer.score()));
    }

    private static @Nullable Impression impression(@Nullable Function answer) {
        return answer == null || answer.direction() == null
                ? null
                : new Impression(answer.at(), Rational.of(answer.score()), answer.direction());
    }

    /** The outcome under the name of its definition. */
    HolisticOutcome outcome(String definition) {
        boolean determined = reason == null;
        return new HolisticOutcome(
                definition,
                status,
                reason,
                determined ? Rational.sum(mcids(domains).toList()) : null,
                domains,
                pgic,
                reason == HolisticReason.MIXED_SCALES || reason == HolisticReason.NO_FUNCTION_REPORTED
                        ? List.of()
                        : missing());
    }

    private List<Lack> missing() {
        Stream<Lack> baselines = domains.stream()
                .filter(domain -> domain.baseline() == null)
                .map(domain -> new Lack(domain.instrument(), Side.BASELINE));
        Stream<Lack> trials = impaired(domains)
                .filter(domain -> domain.trial() == null)
                .map(domain -> new Lack(domain.instrument(), Side.TRIAL));
        return Stream.concat(baselines, trials).toList();
    }
}

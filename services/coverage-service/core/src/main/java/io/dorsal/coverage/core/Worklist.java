package io.dorsal.coverage.core;

import io.dorsal.coverage.core.PolicyJudgement.JudgedCriterion;
import io.dorsal.coverage.core.Subject.OfFact;
import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.EvidenceKind;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Supplier;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is missing for one trial under one policy: who can supply it, until when it can still be collected, and what the
 * determination would be with it. Least time left first.
 */
final class Worklist {
    private static final Comparator<Missing> LEAST_TIME_FIRST = Comparator.comparing(Missing::limit)
            .thenComparing(Worklist::untilOrNever)
            .thenComparing(Missing::kind)
            .thenComparing(Missing::what);

    private final Policy policy;
    private final PolicyJudgement judgement;
    private final Evidence evidence;
    private final Facts facts;
    private final Deadlines deadlines;

    private Worklist(Policy policy, PolicyJudgement judgement, Evidence evidence, Facts facts, Instant asOf) {
        this.policy = policy;
        this.judgement = judgement;
        this.evidence = evidence;
        this.facts = facts;
        this.deadlines = new Deadlines(evidence, asOf);
    }

    static List<Missing> of(Policy policy, PolicyJudgement judgement, Evidence evidence, Facts facts, Instant asOf) {
        Worklist worklist = new Worklist(policy, judgement, evidence, facts, asOf);
        return Stream.concat(worklist.lacking(), worklist.diaryDays())
                .sorted(LEAST_TIME_FIRST)
                .toList();
    }

    private static Instant untilOrNever(Missing missing) {
        Instant until = missing.until();
        return until == null ? Instant.MAX : until;
    }

    /** What one subject lacks, over all criteria that wait for it. */
    private record Line(Supplier supplier, Set<String> criteria, Set<String> needs) {}

    private Stream<Missing> lacking() {
        Map<Subject, Line> lines = new LinkedHashMap<>();
        judgement
                .all()
                .forEach(judged -> judged.verdict().lacks().forEach(lack -> {
                    Supplier supplier = supplier(lack.subject(), judged.criterion());
                    Line line = lines.computeIfAbsent(
                            lack.subject(),
                            subject -> new Line(supplier, new LinkedHashSet<>(), new LinkedHashSet<>()));
                    line.criteria().add(judged.criterion().id());
                    line.needs().add(lack.need());
                }));
        return lines.entrySet().stream().map(entry -> missing(entry.getKey(), entry.getValue()));
    }

    private static Supplier supplier(Subject subject, Criterion criterion) {
        if (subject instanceof OfFact fact) {
            return fact.name().supplier();
        }
        Supplier supplier = criterion.supplier();
        return supplier == null ? Supplier.CLINIC : supplier;
    }

    private Missing missing(Subject subject, Line line) {
        Deadlines.Deadline deadline = deadlines.of(subject);
        return new Missing(
                subject.evidence(),
                subject.word(),
                need(line.needs()),
                null,
                List.copyOf(line.criteria()),
                line.supplier(),
                deadline.limit(),
                deadline.until(),
                with(Set.of(subject)));
    }

    /** One that another one goes on from is part of it: "an evaluation", and "an evaluation, by a psychologist". */
    private static String need(Set<String> needs) {
        return needs.stream()
                .filter(need -> needs.stream().noneMatch(other -> other.startsWith(need + ",")))
                .collect(Collectors.joining("; "));
    }

    /** Days that can still be answered, also where the figure is known already: each makes it surer. */
    private Stream<Missing> diaryDays() {
        ResponderOutcome outcome = evidence.responder();
        if (outcome == null || !readsDiary()) {
            return Stream.of();
        }
        List<String> waiting = judgement
                .all()
                .filter(Worklist::waitsForDiary)
                .map(judged -> judged.criterion().id())
                .toList();
        CoverageResult withIt = with(whatADayCanSettle(outcome));
        return outcome.missing().stream().flatMap(day -> diaryDay(day, waiting, withIt));
    }

    private Stream<Missing> diaryDay(ResponderOutcome.Missing day, List<String> waiting, CoverageResult withIt) {
        Instant until = day.until();
        return until == null || !until.isAfter(deadlines.asOf())
                ? Stream.of()
                : Stream.of(new Missing(
                        EvidenceKind.DIARY_DAY,
                        day.what(),
                        "a pain entry for " + day.date(),
                        day.date(),
                        waiting,
                        Supplier.PATIENT,
                        CollectionLimit.UNTIL,
                        until,
                        withIt));
    }

    private boolean readsDiary() {
        return judgement
                .all()
                .flatMap(judged -> judged.criterion().rule().leaves())
                .map(LeafJudgement::subject)
                .anyMatch(Worklist::isFromDiary);
    }

    private static boolean waitsForDiary(JudgedCriterion judged) {
        return judged.verdict().lacks().stream().anyMatch(lack -> isFromDiary(lack.subject()));
    }

    private static boolean isFromDiary(Subject subject) {
        return subject instanceof OfFact fact && fact.name().isFromDiary();
    }

    /** A missing figure; and relief that is known, while the remaining days can still bring a responder. */
    private Set<Subject> whatADayCanSettle(ResponderOutcome outcome) {
        Set<Subject> settled = new HashSet<>();
        if (outcome.needed() != null || facts.get(FactName.PAIN_RELIEF) instanceof Fact.Absent) {
            settled.add(new OfFact(FactName.PAIN_RELIEF));
        }
        if (facts.get(FactName.BASELINE_PAIN) instanceof Fact.Absent) {
            settled.add(new OfFact(FactName.BASELINE_PAIN));
        }
        return settled;
    }

    /** The result if these were supplied favourably and nothing else changed. */
    private CoverageResult with(Set<Subject> supplied) {
        CoverageResult result =
                PolicyJudgement.of(policy, new Judgement(facts, supplied)).result();
        if (result == null) {
            throw new IllegalStateException(
                    "Assuming a form as met cannot take %s out of scope.".formatted(policy.ref()));
        }
        return result;
    }
}

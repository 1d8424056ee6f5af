package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Verdict.Lack;
import io.dorsal.coverage.core.Verdict.State;
import io.dorsal.model.outcome.CoverageDetermination.Group;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules against facts, in Kleene's three-valued logic: a group is decided as soon as its known members decide it, and
 * otherwise unknown (S. C. Kleene, Introduction to Metamathematics, 1952, §64). A missing fact is unknown, so that no
 * rule turns it into a "no".
 *
 * @param assumed what is taken as supplied favourably: a form that reads it is met
 */
record Judgement(Facts facts, Set<Subject> assumed) {

    static Judgement of(Facts facts) {
        return new Judgement(facts, Set.of());
    }

    Verdict judge(Rule rule) {
        return switch (rule) {
            case Rule.Leaf leaf -> withAssumption(leaf, LeafJudgement.judge(leaf, facts));
            case Rule.AllOf all -> group(all.of(), null, "all of");
            case Rule.AnyOf any -> group(any.of(), 1, "any of");
            case Rule.NOf some -> group(some.of(), some.count(), some.count() + " of");
            case Rule.OnlyWhen when -> onlyWhen(when);
        };
    }

    private Verdict withAssumption(Rule.Leaf leaf, Verdict verdict) {
        return assumed.contains(LeafJudgement.subject(leaf))
                ? new Verdict(State.MET, verdict.explanation(), verdict.read(), List.of(), null)
                : verdict;
    }

    /** Members that do not apply drop out; of the rest {@code atLeast} must be met, or all if there are fewer. */
    private Verdict group(List<Rule> rules, @Nullable Integer atLeast, String phrase) {
        List<Verdict> members = rules.stream().map(this::judge).toList();
        String explanation =
                phrase + ": " + members.stream().map(Verdict::explanation).collect(Collectors.joining("; "));
        List<ReadFact> read = members.stream()
                .flatMap(member -> member.read().stream())
                .distinct()
                .toList();
        State state = stateOf(members, atLeast == null ? members.size() : atLeast);
        List<Lack> lacks = state == State.UNKNOWN
                ? members.stream()
                        .flatMap(member -> member.lacks().stream())
                        .distinct()
                        .toList()
                : List.of();
        Group group = new Group(atLeast, members.stream().map(Verdict::asPart).toList());
        return new Verdict(state, explanation, read, lacks, group);
    }

    private static State stateOf(List<Verdict> members, int wanted) {
        int applicable = members.size() - count(members, State.NOT_APPLICABLE);
        if (applicable == 0) {
            return State.NOT_APPLICABLE;
        }
        int met = count(members, State.MET);
        int needed = Math.min(wanted, applicable);
        if (met >= needed) {
            return State.MET;
        }
        return met + count(members, State.UNKNOWN) < needed ? State.NOT_MET : State.UNKNOWN;
    }

    private static int count(List<Verdict> members, State state) {
        return (int) members.stream().filter(member -> member.state() == state).count();
    }

    private Verdict onlyWhen(Rule.OnlyWhen when) {
        Verdict condition = judge(when.condition());
        return switch (condition.state()) {
            case NOT_MET, NOT_APPLICABLE ->
                new Verdict(
                        State.NOT_APPLICABLE,
                        "does not apply: " + condition.explanation(),
                        condition.read(),
                        List.of(),
                        null);
            case MET -> applied(condition, judge(when.then()));
            case UNKNOWN -> undecided(condition, judge(when.then()));
        };
    }

    private static Verdict applied(Verdict condition, Verdict then) {
        return new Verdict(
                then.state(), then.explanation(), joined(condition.read(), then.read()), then.lacks(), then.group());
    }

    /** Whether it applies is not known yet; what it would need then is named at once. */
    private static Verdict undecided(Verdict condition, Verdict then) {
        return new Verdict(
                State.UNKNOWN,
                "whether it applies is not known: %s; if so: %s".formatted(condition.explanation(), then.explanation()),
                joined(condition.read(), then.read()),
                joined(condition.lacks(), then.lacks()),
                null);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}

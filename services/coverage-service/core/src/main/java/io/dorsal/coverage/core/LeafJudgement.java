package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Fact.Absent;
import io.dorsal.coverage.core.Fact.Known;
import io.dorsal.coverage.core.FactValue.Amount;
import io.dorsal.coverage.core.FactValue.Codes;
import io.dorsal.coverage.core.FactValue.Day;
import io.dorsal.coverage.core.Rule.Coded;
import io.dorsal.coverage.core.Rule.Documented;
import io.dorsal.coverage.core.Rule.Given;
import io.dorsal.coverage.core.Rule.Listed;
import io.dorsal.coverage.core.Rule.Threshold;
import io.dorsal.coverage.core.Rule.Treated;
import io.dorsal.coverage.core.Verdict.State;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forms that read one named fact. Those that read the papers are in {@link PaperJudgement}. */
final class LeafJudgement {
    private LeafJudgement() {}

    static Verdict judge(Rule.Leaf leaf, Facts facts) {
        return switch (leaf) {
            case Threshold threshold -> known(threshold.fact(), facts, required(threshold), v -> within(threshold, v));
            case Coded coded -> known(coded.fact(), facts, required(coded), value -> listed(coded, value));
            case Given given -> known(given.fact(), facts, "it must be on file", value -> State.MET);
            case Documented documented -> PaperJudgement.judge(documented, facts);
            case Treated treated -> PaperJudgement.judge(treated, facts);
            case Listed listed -> PaperJudgement.judge(listed, facts);
        };
    }

    /** What must be supplied where the form is unknown. */
    static Subject subject(Rule.Leaf leaf) {
        return switch (leaf) {
            case Threshold threshold -> new Subject.OfFact(threshold.fact());
            case Coded coded -> new Subject.OfFact(coded.fact());
            case Given given -> new Subject.OfFact(given.fact());
            case Documented documented -> new Subject.OfDocument(documented.kind());
            case Treated treated -> new Subject.OfTreatment(treated.kind());
            case Listed listed -> new Subject.OfTreatment(listed.kind());
        };
    }

    private static Verdict known(FactName name, Facts facts, String required, Function<FactValue, State> state) {
        return switch (facts.get(name)) {
            case Absent absent -> {
                String why = "%s is missing (%s); %s".formatted(name.word(), absent.why(), required);
                yield Verdict.unknown(
                        new Subject.OfFact(name),
                        "%s (%s); %s".formatted(name.definition(), absent.why(), required),
                        why,
                        List.of(new ReadFact(name.word(), null, absent.why())));
            }
            case Known known -> ofKnown(name, known, required, state.apply(known.value()));
        };
    }

    private static Verdict ofKnown(FactName name, Known known, String required, State state) {
        String shown = shown(name, known.value());
        String explanation = "%s is %s [%s]; %s".formatted(name.word(), shown, known.source(), required);
        List<ReadFact> read = List.of(new ReadFact(name.word(), shown, known.source()));
        return state == State.UNKNOWN
                ? Verdict.unknown(
                        new Subject.OfFact(name),
                        "%s (only %s on file); %s".formatted(name.definition(), shown, required),
                        explanation + ", and more may be true than is on file",
                        read)
                : Verdict.known(state == State.MET, explanation, read);
    }

    /** Too little of a lower bound is not a "no"; a policy cannot ask for at most so much of one. */
    private static State within(Threshold threshold, FactValue value) {
        Rational amount = amount(value);
        boolean holds =
                threshold.bounds().stream().allMatch(bound -> bound.comparison().holds(amount, bound.value()));
        return !holds && isLowerBound(threshold.fact()) ? State.UNKNOWN : State.of(holds);
    }

    private static boolean isLowerBound(FactName fact) {
        return fact.type() instanceof FactType.Quantity number && number.lowerBound();
    }

    private static Rational amount(FactValue value) {
        return switch (value) {
            case Amount amount -> amount.amount();
            case Codes ignored -> throw new IllegalStateException("A threshold is only read over a number.");
            case Day ignored -> throw new IllegalStateException("A threshold is only read over a number.");
        };
    }

    private static State listed(Coded coded, FactValue value) {
        List<String> codes = switch (value) {
            case Codes several -> several.codes();
            case Amount ignored -> throw new IllegalStateException("A code list is only read over codes.");
            case Day ignored -> throw new IllegalStateException("A code list is only read over codes.");
        };
        return State.of(
                switch (coded.membership()) {
                    case IN -> codes.stream().allMatch(code -> isOn(coded.codes(), code));
                    case NOT_IN -> codes.stream().noneMatch(code -> isOn(coded.codes(), code));
                    case NOT_ONLY -> codes.stream().anyMatch(code -> !isOn(coded.codes(), code));
                });
    }

    private static boolean isOn(List<String> list, String code) {
        return list.stream()
                .anyMatch(entry -> entry.endsWith("*")
                        ? code.startsWith(entry.substring(0, entry.length() - 1))
                        : code.equals(entry));
    }

    private static String required(Threshold threshold) {
        return threshold.bounds().stream()
                .map(bound -> "%s %s"
                        .formatted(
                                bound.comparison().phrase(),
                                unit(threshold.fact()).show(bound.value())))
                .collect(Collectors.joining(" and ", "", " is required"));
    }

    private static String required(Coded coded) {
        return "%s %s is required".formatted(coded.membership().phrase(), String.join(", ", coded.codes()));
    }

    private static String shown(FactName name, FactValue value) {
        return switch (value) {
            case Amount amount -> unit(name).show(amount.amount());
            case Codes codes -> String.join(", ", codes.codes());
            case Day day -> day.date().toString();
        };
    }

    private static Unit unit(FactName name) {
        if (name.type() instanceof FactType.Quantity number) {
            return number.unit();
        }
        throw new IllegalStateException("Only a number has a unit; %s is none.".formatted(name.word()));
    }
}

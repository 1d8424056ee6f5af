package io.dorsal.coverage.core.figures;

import io.dorsal.coverage.core.figures.FigureRule.Share;
import io.dorsal.model.Word;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.PayerDecision.Result;
import io.dorsal.model.figures.FigureName;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.trial.TrialState;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The definition {@code clinic-figures/1}: every figure, those before that others are of a part of. */
final class FigureRules {
    static final String DEFINITION = "clinic-figures/1";

    private static final String UNDECIDED = "UNDECIDED";
    private static final List<String> STATUSES = with(
            Standings.NO_OUTCOME, Status.RESPONDER, Status.NON_RESPONDER, Status.UNDETERMINED, Status.NOT_EVALUABLE);
    private static final String[] DECIDED = words(Choice.values()).toArray(String[]::new);
    private static final String EXPEDITED_IN_TIME = "EXPEDITED_IN_TIME";
    private static final String EXPEDITED_LATE = "EXPEDITED_LATE";
    private static final String STANDARD_IN_TIME = "STANDARD_IN_TIME";
    private static final String STANDARD_LATE = "STANDARD_LATE";
    private static final Share OF_DETERMINED = new Share(
            "responders-of-determined",
            Set.of(Status.RESPONDER.word()),
            Set.of(Status.RESPONDER.word(), Status.NON_RESPONDER.word()));

    static final List<FigureRule> ALL = Stream.of(trials(), ofEnded(), ofEndedCompleteness(), ofPayers())
            .flatMap(rules -> rules)
            .toList();

    private FigureRules() {}

    private static Stream<FigureRule> trials() {
        return Stream.of(
                FigureRule.counting(
                        FigureName.TRIALS_PLANNED,
                        trialIn(TrialState.PLANNED),
                        "Trials whose lead is not in yet. They have no placement, so none is in a period."),
                FigureRule.counting(FigureName.TRIALS_RUNNING, trialIn(TrialState.RUNNING), "Trials whose lead is in."),
                FigureRule.counting(FigureName.TRIALS_ENDED, trialIn(TrialState.ENDED), "Trials whose lead is out."),
                FigureRule.counting(
                                FigureName.OUTCOMES_SO_FAR,
                                trialIn(TrialState.RUNNING),
                                "Running trials by the status of pain-relief/1 as of their newest fact. Most are"
                                        + " undetermined because they are not over.")
                        .within(FigureName.TRIALS_RUNNING)
                        .by(FigureRules::status, STATUSES, OF_DETERMINED));
    }

    private static Stream<FigureRule> ofEnded() {
        return Stream.of(
                ended(
                                FigureName.OUTCOMES,
                                "Ended trials by the status of pain-relief/1. UNDETERMINED means too few answered days:"
                                        + " neither success nor failure.")
                        .by(FigureRules::status, STATUSES, OF_DETERMINED),
                ended(
                                FigureName.DECISIONS,
                                "Ended trials by the clinician's latest decision that stands. IMPLANT among all of them"
                                        + " is the trial-to-permanent ratio, as decided: no implant is confirmed here.")
                        .by(
                                one -> one.trial().choice() == null
                                        ? UNDECIDED
                                        : one.trial().choice().word(),
                                with(UNDECIDED, Choice.values()),
                                new Share("implant-of-decided", Set.of(Choice.IMPLANT.word()), Set.of(DECIDED))),
                FigureRule.counting(
                                FigureName.DAYS_TO_DECISION,
                                trialIn(TrialState.ENDED).and(one -> one.trial().choice() != null),
                                "Days from the date of lead removal to that of the clinician's latest decision that"
                                        + " stands; 0 when it came before. Ended trials with such a decision.")
                        .within(FigureName.DECISIONS, DECIDED)
                        .spreading(one -> one.trial().daysToDecision()));
    }

    private static Stream<FigureRule> ofEndedCompleteness() {
        return Stream.of(
                ended(
                                FigureName.DIARY,
                                "Answered days among the due days of baseline and trial, pain-relief/1, over all ended"
                                        + " trials.")
                        .summing("answered-days", one -> one.trial().diary()),
                ended(
                                FigureName.DEVICE,
                                "Events received among those sent, as far as the highest sequence number of each boot"
                                        + " tells, over all ended trials.")
                        .summing("received-events", one -> one.trial().device()),
                ended(
                                FigureName.DOCUMENTS,
                                "Ended trials by their own policy's criteria of kind DOCUMENT, on what is dated up to"
                                        + " the lead removal: READY when none of them waits for anything, whichever way"
                                        + " it is answered; NO_POLICY when none is named, in force or applicable.")
                        .by(
                                one -> Objects.requireNonNull(one.trial().papers(), "the lead is out")
                                        .name(),
                                Arrays.stream(Papers.values()).map(Enum::name).toList(),
                                new Share(
                                        "ready-of-judged",
                                        Set.of(Papers.READY.name()),
                                        Set.of(Papers.READY.name(), Papers.OPEN.name()))),
                ended(
                                FigureName.OPIOID_TIERS,
                                "Ended trials by the tier of taken MME per day, baseline -> trial, opioid/1, one factor"
                                        + " set apart from another; NOT_CONVERTED when something taken has no MME.")
                        .by(one -> one.trial().opioids(), List.of()));
    }

    private static Stream<FigureRule> ofPayers() {
        return Stream.of(
                FigureRule.counting(
                                FigureName.PAYER_ANSWERS,
                                one -> one.answer() != null,
                                "Payers' answers to requests for prior authorization, those that a later one corrects"
                                        + " left out. DENIED among all of them is the denial rate.")
                        .by(one -> answer(one).result().word(), words(Result.values())),
                denied(FigureName.DENIAL_REASONS, "Denials by the payer's own code.")
                        .by(one -> Objects.requireNonNull(answer(one).reason(), "denied"), List.of()),
                denied(FigureName.DISPUTED_CRITERIA, "Denials by the policy and criterion that the payer disputes.")
                        .by(one -> Objects.requireNonNull(answer(one).disputed(), "denied"), List.of()),
                FigureRule.counting(
                                FigureName.TURNAROUND,
                                one -> one.answer() != null,
                                "Payers' answers by whether they came in time: within 72 hours of an expedited request,"
                                        + " by the end of the seventh calendar day, in the trial's time zone, of"
                                        + " another.")
                        .within(FigureName.PAYER_ANSWERS)
                        .by(
                                FigureRules::turnaround,
                                List.of(EXPEDITED_IN_TIME, EXPEDITED_LATE, STANDARD_IN_TIME, STANDARD_LATE),
                                new Share(
                                        "expedited-in-time",
                                        Set.of(EXPEDITED_IN_TIME),
                                        Set.of(EXPEDITED_IN_TIME, EXPEDITED_LATE)),
                                new Share(
                                        "standard-in-time",
                                        Set.of(STANDARD_IN_TIME),
                                        Set.of(STANDARD_IN_TIME, STANDARD_LATE))));
    }

    private static String turnaround(Case one) {
        PayerAnswer answer = answer(one);
        return answer.expedited()
                ? answer.inTime() ? EXPEDITED_IN_TIME : EXPEDITED_LATE
                : answer.inTime() ? STANDARD_IN_TIME : STANDARD_LATE;
    }

    private static FigureRule ended(FigureName name, String definition) {
        return FigureRule.counting(name, trialIn(TrialState.ENDED), definition).within(FigureName.TRIALS_ENDED);
    }

    private static FigureRule denied(FigureName name, String definition) {
        Predicate<Case> denied = one -> one.answer() != null && answer(one).result() == Result.DENIED;
        return FigureRule.counting(name, denied, definition).within(FigureName.PAYER_ANSWERS, Result.DENIED.word());
    }

    private static Predicate<Case> trialIn(TrialState state) {
        return one -> one.answer() == null && one.state() == state;
    }

    private static String status(Case one) {
        Status status = one.trial().outcome();
        return status == null ? Standings.NO_OUTCOME : status.word();
    }

    private static PayerAnswer answer(Case one) {
        return Objects.requireNonNull(one.answer(), "counted among answers only");
    }

    private static List<String> words(Word... words) {
        return Stream.of(words).map(Word::word).toList();
    }

    private static List<String> with(String last, Word... words) {
        return Stream.concat(words(words).stream(), Stream.of(last)).toList();
    }
}

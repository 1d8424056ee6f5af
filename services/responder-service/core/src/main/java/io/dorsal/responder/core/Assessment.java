package io.dorsal.responder.core;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.ResponderOutcome.Missing;
import io.dorsal.model.outcome.ResponderOutcome.Stimulation;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.window.DailyWindow;
import io.dorsal.model.window.WindowFigures;
import io.dorsal.model.window.Windows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts to outcome: definitions {@code pain-relief/1}, {@code stimulation/1} and {@code holistic/1}. Depends on nothing but
 * its arguments, so a replay, another machine and the offline verifier come to the same outcome.
 */
public final class Assessment {
    static final String PAIN_DEFINITION = "pain-relief/1";
    static final String STIMULATION_DEFINITION = "stimulation/1";
    static final String HOLISTIC_DEFINITION = "holistic/1";

    private final Trial trial;
    private final Instant asOf;
    private final Rules rules;
    private final TrialFacts facts;
    private final List<AssignedBoot> boots;
    private final List<PatientReport> reports;
    private final List<PainEntry> entries;
    private final @Nullable Windows windows;

    private Assessment(TrialFacts facts, Instant asOf, Rules rules) {
        this.facts = facts;
        this.trial = facts.trial();
        this.asOf = asOf;
        this.rules = rules;
        this.boots = AssignedBoot.of(facts, asOf, rules.clock());
        this.windows = Windows.of(trial, asOf, rules.diary());
        this.reports = DiaryReports.of(facts.reports(), windows, asOf);
        this.entries = PainEntry.of(reports, boots);
    }

    /** The outcome of the facts dated up to {@code asOf}. */
    public static ResponderOutcome assess(TrialFacts facts, Instant asOf, Rules rules) {
        return new Assessment(facts, asOf, rules).outcome();
    }

    /**
     * The newest instant among the facts dated for this trial; 1970 if none is. The as-of of the published outcome, so
     * that a replay publishes the same bytes.
     */
    public static Instant newestFact(TrialFacts facts, Rules rules) {
        return FactDates.newest(facts, rules.clock());
    }

    /** {@link #newestFact(TrialFacts, Rules)} under the default rules. */
    public static Instant newestFact(TrialFacts facts) {
        return newestFact(facts, Rules.PAIN_RELIEF_1);
    }

    private ResponderOutcome outcome() {
        PainDiary diary = PainDiary.of(
                entries.stream()
                        .filter(entry -> entry.scale() == trial.painScale())
                        .filter(entry -> entry.construct() == trial.painConstruct())
                        .toList(),
                trial.days());
        PainRelief pain = painRelief(diary);
        MissingDays missing = MissingDays.of(pain, trial.painScale(), rules);
        Uncertainty uncertainty = Uncertainty.of(pain, rules.relief());
        StimulationLog log = StimulationLog.of(trial, boots, asOf);
        return new ResponderOutcome(
                trial.trial(),
                rules.named(PAIN_DEFINITION),
                asOf,
                windows != null && windows.ended(),
                trial.painScale(),
                trial.painConstruct(),
                pain.status(),
                pain.reason(),
                pain.grade(rules.relief()),
                pain.remission(trial.painScale()),
                shown(pain.baseline()),
                shown(pain.trial()),
                shown(pain.lastDays()),
                pain.relief(),
                pain.lastDaysRelief(),
                missing.bounds(),
                missing.bocf(),
                missing.settled(),
                missing.fragile(),
                uncertainty.interval(),
                uncertainty.confidence(),
                windows == null ? null : Outlook.needed(pain, windows, trial.painScale(), rules),
                pain.lowBaseline(trial.painScale()),
                perceived(pain),
                stimulation(log),
                LossLedger.of(boots, rules.limits().missingRangesMax()),
                LossLedger.clocks(boots),
                windows == null ? List.<Day>of() : DailyUsage.of(windows, diary, log),
                PleaseCheck.of(trial.therapy(), boots, rules),
                windows == null ? List.<Missing>of() : MissingFacts.of(windows, diary, asOf),
                FactDates.digest(facts, boots, asOf),
                facts.stated().digest(asOf).hex(),
                function(pain).outcome(rules.named(HOLISTIC_DEFINITION)));
    }

    private PainRelief painRelief(PainDiary diary) {
        if (windows == null) {
            return PainRelief.notStarted(DailyWindow.NONE);
        }
        WindowFigures means = windows.over(diary.dailyMeans());
        return windows.started()
                ? PainRelief.of(means.baseline(), means.trial(), means.lastDays(), isMixed(windows), rules)
                : PainRelief.notStarted(means.baseline());
    }

    private static WindowMean shown(DailyWindow window) {
        return new WindowMean(window.from(), window.to(), window.meanIfAny(), window.answered(), window.days());
    }

    /** Only what would otherwise count can mix scales: entries of the trial's construct inside a window. */
    private boolean isMixed(Windows windows) {
        return entries.stream()
                        .filter(entry -> entry.construct() == trial.painConstruct())
                        .filter(entry -> windows.isMeasured(entry.at()))
                        .map(PainEntry::scale)
                        .distinct()
                        .count()
                > 1;
    }

    private ResponderOutcome.@Nullable PerceivedRelief perceived(PainRelief pain) {
        return windows == null || !windows.started() ? null : Perceived.of(reports, pain.relief());
    }

    private HolisticResponse function(PainRelief pain) {
        if (windows == null || !windows.started()) {
            return HolisticResponse.notStarted();
        }
        FunctionScores scores =
                FunctionScores.of(reports, windows, rules.function().baselineAgeMax());
        return HolisticResponse.of(pain, trial.painScale(), scores, rules.function());
    }

    private Stimulation stimulation(StimulationLog log) {
        List<PainEntry> current = entries.stream()
                .filter(entry -> entry.construct() == PainConstruct.CURRENT && entry.scale() == trial.painScale())
                .filter(entry -> windows != null && windows.isLeadIn(entry.at()))
                .toList();
        ProgramRelief relief =
                ProgramRelief.of(current, log, rules.stimulation().washout());
        return new Stimulation(
                rules.named(STIMULATION_DEFINITION),
                relief.byState(),
                relief.byProgram(),
                Bands.of(log, boots, rules.limits().bandsMax()));
    }
}

package io.dorsal.standalone.simulate.core;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.ReportId;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the patient of one trial reports about one local date. */
final class DayOfPatient {
    private static final int BASELINE_DAYS = 7;
    private static final int ODI_BASELINE_DAY = -3;
    private static final int RELIEF_ASKED_DAY = 3;
    private static final double SENT_LATER_CHANCE = 0.2;

    private final TrialPlan plan;
    private final TrialCourse course;
    private final LocalDate date;
    private final int day;
    private final Dice dice;
    private final List<ReportsFiled> filed = new ArrayList<>();

    DayOfPatient(TrialPlan plan, LocalDate date, int day) {
        this.plan = plan;
        this.course = plan.course();
        this.date = date;
        this.day = day;
        this.dice = Dice.of(plan.seed(), course.trial(), "patient", date);
    }

    List<ReportsFiled> reports() {
        fileDiary();
        filePrompts();
        if (day == ODI_BASELINE_DAY) {
            fileFunction(52);
        }
        if (day == RELIEF_ASKED_DAY) {
            fileFunction(52 * (1 - 0.8 * plan.pain().relief()));
            filePerceivedRelief();
        }
        return filed;
    }

    private void fileDiary() {
        if (day < -BASELINE_DAYS) {
            return;
        }
        int number = 0;
        for (Diary.Entry entry : plan.diary().entries(day)) {
            Instant at = date.atTime(entry.time()).atZone(course.timezone()).toInstant();
            file("p-" + date + "-" + ++number, at, pain(at, entry.level(), PainConstruct.AVERAGE));
        }
    }

    /** The app asks for the pain of the moment; it does not enter the daily mean. */
    private void filePrompts() {
        Duration step = plan.stimulator().cadence(date).prompt();
        if (step.isZero() || day < 1) {
            return;
        }
        Instant at = date.atTime(7, 40).atZone(course.timezone()).toInstant().plusSeconds(dice.below(600));
        int number = 0;
        while (course.days().dateOf(at.plus(Duration.ofHours(2))).equals(date)) {
            file(
                    "m-" + date + "-" + ++number,
                    at,
                    pain(at, plan.pain().momentary(day, true, dice), PainConstruct.CURRENT));
            at = at.plus(step);
        }
    }

    private Statement pain(Instant at, double level, PainConstruct construct) {
        return new Statement.Pain(at, course.scale(), construct, Pain.score(level, course.scale()));
    }

    private void fileFunction(double percent) {
        Instant at = date.atTime(10, 0).atZone(course.timezone()).toInstant();
        long odi = Math.min(100, Math.max(0, Math.round((percent + 6 * dice.bell()) / 2) * 2));
        file("o-" + date, at, new Statement.Function(at, Instrument.ODI, BigDecimal.valueOf(odi), null));
    }

    /** People answer in steps of five, and not what the diary gives. */
    private void filePerceivedRelief() {
        Instant at = date.atTime(11, 0).atZone(course.timezone()).toInstant();
        long percent = Math.round((100 * plan.pain().relief() + 12 * dice.bell()) / 5) * 5;
        BigDecimal answered = BigDecimal.valueOf(Math.min(100, Math.max(-100, percent)));
        file("r-" + date, at, new Statement.PerceivedRelief(at, answered));
    }

    private void file(String report, Instant at, Statement states) {
        if (!at.isBefore(course.removalAt())) {
            return;
        }
        Instant due = at.plusSeconds(5 + dice.below(55));
        if (dice.chance(SENT_LATER_CHANCE)
                && plan.stimulator().cadence(date).prompt().isZero()) {
            due = due.plusSeconds(dice.below(10 * 3_600));
        }
        filed.add(new ReportsFiled(
                due, List.of(new PatientReport(course.trial(), new ReportId(report), 1, states, due, null))));
    }
}

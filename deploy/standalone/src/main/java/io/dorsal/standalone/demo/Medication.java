package io.dorsal.standalone.demo;

import io.dorsal.model.ReportId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.trial.Regimen;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.TrialCourse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one patient is prescribed, and what the patient says was taken. Days count from the placement date. The day's list
 * is filed in the evening, so that a day is known as a whole or not at all.
 */
final class Medication {
    private static final int BASELINE_DAYS = 7;
    private static final int PRESCRIBED_DAYS_AGO = 90;
    private static final LocalTime FIRST_DOSE = LocalTime.of(7, 0);
    private static final LocalTime PATCH_CHANGED = LocalTime.of(9, 0);
    private static final LocalTime LIST_FILED = LocalTime.of(21, 40);
    private static final int WAKING_MINUTES = 14 * 60;
    private static final int FILED_AFTER_MINUTES = 10;

    private record Prescribed(
            Drug drug,
            int timesPerDay,
            boolean asNeeded,
            int from,
            @Nullable Integer to) {}

    /** A count per day, from the first day of the baseline; null where nothing was reported. */
    private record Taken(Drug drug, List<@Nullable Integer> counts) {}

    private record Worn(Drug drug, int from, int to) {}

    private final List<Prescribed> prescribed = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Worn> worn = new ArrayList<>();

    Medication prescribed(Drug drug, int timesPerDay) {
        prescribed.add(new Prescribed(drug, timesPerDay, false, -PRESCRIBED_DAYS_AGO, null));
        return this;
    }

    /** Up to so many times a day. */
    Medication asNeeded(Drug drug, int timesPerDay) {
        prescribed.add(new Prescribed(drug, timesPerDay, true, -PRESCRIBED_DAYS_AGO, null));
        return this;
    }

    /** Until the placement date, from when on {@code next} is prescribed instead. */
    Medication changed(Drug drug, int timesPerDay, Drug next, int nextTimesPerDay) {
        prescribed.add(new Prescribed(drug, timesPerDay, false, -PRESCRIBED_DAYS_AGO, 0));
        prescribed.add(new Prescribed(next, nextTimesPerDay, false, 1, null));
        return this;
    }

    /** How many on each day, parted by blanks; a dash is a day without report, and 0 on all drugs is "nothing taken". */
    Medication took(Drug drug, String baseline, String placement, String trial) {
        taken.add(new Taken(drug, counts(baseline + " " + placement + " " + trial)));
        return this;
    }

    /** Patches one after the other, the last one off on the morning of day {@code to}. */
    Medication wore(Drug drug, int from, int to) {
        worn.add(new Worn(drug, from, to));
        return this;
    }

    private static List<@Nullable Integer> counts(String text) {
        List<@Nullable Integer> counts = new ArrayList<>();
        for (String count : text.split(" ", -1)) {
            counts.add(count.equals("-") ? null : Integer.valueOf(count));
        }
        return counts;
    }

    List<Regimen> regimen(LocalDate placementDate) {
        return prescribed.stream()
                .map(one -> new Regimen(
                        one.drug().rxcui(),
                        BigDecimal.ONE,
                        one.drug().unit(),
                        BigDecimal.valueOf(one.timesPerDay()),
                        one.asNeeded(),
                        placementDate.plusDays(one.from()),
                        one.to() == null ? null : placementDate.plusDays(one.to())))
                .toList();
    }

    /** Every report, each due when it is sent, none after the lead's removal. */
    List<ReportsFiled> reports(TrialCourse course) {
        int days = taken.stream().mapToInt(one -> one.counts().size()).max().orElse(0);
        Stream<ReportsFiled> lists = IntStream.range(0, days)
                .mapToObj(day -> list(course, day))
                .filter(filed -> !filed.reports().isEmpty());
        Stream<ReportsFiled> patches = worn.stream().flatMap(one -> patches(course, one));
        return Stream.concat(lists, patches)
                .filter(filed -> filed.due().isBefore(course.removalAt()))
                .toList();
    }

    private ReportsFiled list(TrialCourse course, int day) {
        LocalDate date = course.placementDate().plusDays((long) day - BASELINE_DAYS);
        Instant due = instant(course, date, LIST_FILED);
        List<PatientReport> reports = new ArrayList<>();
        boolean reported = false;
        for (Taken one : taken) {
            Integer count = day < one.counts().size() ? one.counts().get(day) : null;
            reported |= count != null;
            for (int dose = 0; count != null && dose < count; dose++) {
                reports.add(intake(course, one.drug(), date, dose, count, due));
            }
        }
        if (reported && reports.isEmpty()) {
            reports.add(report(course, "n-" + date, 1, new Statement.NoIntake(date), null, due));
        }
        return new ReportsFiled(due, List.copyOf(reports));
    }

    private static PatientReport intake(
            TrialCourse course, Drug drug, LocalDate date, int dose, int doses, Instant due) {
        Instant at = instant(course, date, FIRST_DOSE.plusMinutes((long) WAKING_MINUTES * dose / doses));
        return report(
                course,
                "i-%s-%s-%d".formatted(date, drug.rxcui(), dose + 1),
                1,
                new Statement.Intake(at, drug.rxcui(), BigDecimal.ONE, drug.unit()),
                null,
                due);
    }

    private static Stream<ReportsFiled> patches(TrialCourse course, Worn worn) {
        int changes = (worn.to() - worn.from() + worn.drug().wornDays() - 1)
                / worn.drug().wornDays();
        return IntStream.range(0, changes)
                .map(change -> worn.from() + change * worn.drug().wornDays())
                .boxed()
                .flatMap(on -> patch(
                        course,
                        worn.drug(),
                        on,
                        Math.min(worn.to(), on + worn.drug().wornDays())));
    }

    /** Reported when it is put on, and again when it is off. */
    private static Stream<ReportsFiled> patch(TrialCourse course, Drug drug, int on, int off) {
        Instant from = instant(course, course.placementDate().plusDays(on), PATCH_CHANGED);
        Instant to = instant(course, course.placementDate().plusDays(off), PATCH_CHANGED);
        String id = "t-%s-%s".formatted(course.placementDate().plusDays(on), drug.rxcui());
        return Stream.of(
                filed(course, id, 1, new Statement.Patch(drug.rxcui(), from, null), null, from),
                filed(course, id, 2, new Statement.Patch(drug.rxcui(), from, to), "the patch is off now", to));
    }

    private static ReportsFiled filed(
            TrialCourse course, String id, int revision, Statement states, @Nullable String reason, Instant at) {
        Instant due = at.plusSeconds(60L * FILED_AFTER_MINUTES);
        return new ReportsFiled(due, List.of(report(course, id, revision, states, reason, due)));
    }

    private static PatientReport report(
            TrialCourse course, String id, int revision, Statement states, @Nullable String reason, Instant due) {
        return new PatientReport(course.trial(), new ReportId(id), revision, states, reason, due, null);
    }

    private static Instant instant(TrialCourse course, LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(course.timezone()).toInstant();
    }
}

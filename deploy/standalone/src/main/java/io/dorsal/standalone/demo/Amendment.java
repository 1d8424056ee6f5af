package io.dorsal.standalone.demo;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.ReportId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.Pain;
import io.dorsal.standalone.simulate.core.TrialCourse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A diary entry that is changed afterwards. {@code day} counts from the placement date, {@code score} from 0 to 10. */
sealed interface Amendment {
    /** The reports that it takes, each due when it is sent. */
    List<ReportsFiled> reports(TrialCourse course, LocalTime diaryTime);

    /** The day's entry gets another score, two mornings later. */
    record Correction(int day, double score) implements Amendment {
        @Override
        public List<ReportsFiled> reports(TrialCourse course, LocalTime diaryTime) {
            LocalDate date = course.placementDate().plusDays(day);
            return List.of(filed(
                    course,
                    "p-" + date + "-1",
                    2,
                    pain(course, instant(course, date, diaryTime), score),
                    "the score was typed wrong",
                    instant(course, date.plusDays(2), LocalTime.of(9, 0))));
        }
    }

    /** An entry at noon that is taken back the next morning. */
    record Retraction(int day, double score) implements Amendment {
        @Override
        public List<ReportsFiled> reports(TrialCourse course, LocalTime diaryTime) {
            LocalDate date = course.placementDate().plusDays(day);
            Instant noon = instant(course, date, LocalTime.NOON);
            return List.of(
                    filed(course, "x-" + date, 1, pain(course, noon, score), null, noon.plusSeconds(20)),
                    filed(
                            course,
                            "x-" + date,
                            2,
                            new Statement.Retraction(ReportKind.PAIN, "typed on the wrong day"),
                            null,
                            instant(course, date.plusDays(1), LocalTime.of(8, 30))));
        }
    }

    private static Statement pain(TrialCourse course, Instant at, double score) {
        return new Statement.Pain(at, course.scale(), PainConstruct.AVERAGE, Pain.score(score, course.scale()));
    }

    private static Instant instant(TrialCourse course, LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(course.timezone()).toInstant();
    }

    private static ReportsFiled filed(
            TrialCourse course, String report, int revision, Statement states, @Nullable String reason, Instant due) {
        return new ReportsFiled(
                due,
                List.of(new PatientReport(course.trial(), new ReportId(report), revision, states, reason, due, null)));
    }
}

package io.dorsal.dashboard.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleCoverage;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.coverage.MissingLines.Line;
import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.EvidenceKind;
import io.dorsal.model.outcome.Supplier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MissingLinesTest {
    private static final Instant NOON = Instant.parse("2026-03-05T17:00:00Z");
    private static final Instant REMOVAL = Instant.parse("2026-03-10T14:00:00Z");

    private static List<MissingLines> of(List<Missing> missing, CoverageResult result, Instant now) {
        return MissingLines.of(missing, result, SampleTrial.ZONE, now);
    }

    private static Missing day(int dayOfMarch, CoverageResult withIt) {
        LocalDate date = LocalDate.of(2026, 3, dayOfMarch);
        return new Missing(
                EvidenceKind.DIARY_DAY,
                "trial-day",
                "a pain entry for " + date,
                date,
                List.of("L6"),
                Supplier.PATIENT,
                CollectionLimit.UNTIL,
                REMOVAL,
                withIt);
    }

    @Test
    void whatEndsTogetherStandsTogetherInTheTrialsZone() {
        List<MissingLines> lines = of(SampleCoverage.incomplete("T-1").missing(), CoverageResult.INCOMPLETE, NOON);

        assertThat(lines)
                .extracting(MissingLines::until)
                .containsExactly("Until the end of Thu 5 Mar 2026, EST", "Before the permanent implant");
        assertThat(lines).extracting(MissingLines::left).containsExactly("12\u00a0h left", "");
        assertThat(lines).extracting(MissingLines::isSoon).containsExactly(true, false);
        assertThat(lines.getFirst().lines())
                .containsExactly(new Line("Pain diary of 5 Mar", "", "Patient", "", "still incomplete", false));
        assertThat(lines.getLast().lines())
                .extracting(Line::what)
                .containsExactly("Analgesic reduction", "Physical examination");
        assertThat(lines.getLast().lines().getLast().need()).isEqualTo("Physical examination, with what it found");
        assertThat(lines.getLast().lines()).extracting(Line::supplier).containsExactly("Clinician", "Clinic");
        assertThat(lines.getLast().lines().getLast().criteria()).isEqualTo("N3, examination");
    }

    @Test
    void diaryDaysOfOneKindAreOneLine() {
        List<Missing> days = IntStream.rangeClosed(3, 8)
                .mapToObj(day -> day(day, CoverageResult.SUPPORTED))
                .toList();

        List<MissingLines> lines = of(days, CoverageResult.NOT_SUPPORTED, NOON);

        assertThat(lines).singleElement().matches(one -> one.until().equals("Until 10 Mar 2026, 10:00 EDT"));
        assertThat(lines.getFirst().left()).isEqualTo("4\u00a0days left");
        assertThat(lines.getFirst().lines())
                .containsExactly(new Line(
                        "Pain diary of 3 Mar, 4 Mar, 5 Mar, 6 Mar and 2 more days",
                        "",
                        "Patient",
                        "L6",
                        "Supported",
                        true));
    }

    @Test
    void aTimeThatHasComeIsPassed() {
        List<MissingLines> lines = of(List.of(day(3, CoverageResult.INCOMPLETE)), CoverageResult.INCOMPLETE, REMOVAL);

        assertThat(lines.getFirst().left()).isEqualTo("passed");
        assertThat(new TimeLeft(CollectionLimit.TOO_LATE, null, NOON).until(SampleTrial.ZONE))
                .isEqualTo("Too late to collect");
        assertThat(new TimeLeft(CollectionLimit.UNTIL, NOON.plus(TimeLeft.SOON), NOON).isSoon())
                .isTrue();
        assertThat(new TimeLeft(CollectionLimit.UNTIL, NOON.plus(TimeLeft.SOON).plusMillis(1), NOON).isSoon())
                .isFalse();
    }
}

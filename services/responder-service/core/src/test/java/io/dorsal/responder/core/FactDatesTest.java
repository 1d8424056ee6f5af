package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.usedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Retraction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** As of which instant an outcome is published, and what its digest names. */
class FactDatesTest {
    private final Sketch sketch = new Sketch().running().wears();

    @Test
    void thePlacementIsAFact() {
        assertThat(newest()).isEqualTo(Sketch.PLACED_AT);
    }

    @Test
    void withoutAnyDateItIsTheEpoch() {
        assertThat(Assessment.newestFact(new Sketch().placed(null).running().facts()))
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void theNewestReportOfAnyKindCounts() {
        sketch.days(4, 4, 4);
        assertThat(newest()).isEqualTo(sketch.at(LocalDate.of(2026, 3, 5), "20:00"));

        sketch.report("n-1", 1, new NoIntake(LocalDate.of(2026, 3, 7)));
        assertThat(newest()).isEqualTo(sketch.at(LocalDate.of(2026, 3, 7), "00:00"));
    }

    @Test
    void theNewestEventOfTheAssignmentCountsKeptOrNot() {
        Instant last = Instant.parse("2026-03-06T12:00:00Z");
        sketch.event(0, 0, last, battery());
        assertThat(newest()).isEqualTo(last);

        sketch.event(0, 1, last.plusSeconds(60), usedOn("A", last, last.plusSeconds(3600)));
        assertThat(newest()).isEqualTo(last.plusSeconds(3600));
    }

    @Test
    void aPlannedRemovalIsNoFactYet() {
        assertThat(newest()).isBefore(Sketch.REMOVED_AT);
        assertThat(Assessment.newestFact(sketch.removed("2026-03-08T12:00:00Z").facts()))
                .isEqualTo(Instant.parse("2026-03-08T12:00:00Z"));
    }

    @Test
    void theDigestNamesEveryFactUpToTheInstantAndNoneLater() {
        Instant noon = Instant.parse("2026-03-05T12:00:00Z");
        String before = digest(noon);
        sketch.report("i-1", 1, new Intake(noon.plusSeconds(1), "1049683", BigDecimal.ONE, "{tab}"));
        assertThat(digest(noon)).isEqualTo(before);
        assertThat(digest(noon.plusSeconds(1))).isNotEqualTo(before);

        sketch.event(0, 0, noon, battery());
        assertThat(digest(noon)).isNotEqualTo(before);
    }

    @Test
    void aRetractionIsAFactOfItsOwn() {
        Instant later = Instant.parse("2026-03-20T12:00:00Z");
        String none = digest(later);
        sketch.days(4);
        String one = digest(later);
        sketch.report("p-2026-03-03", 2, new Retraction(ReportKind.PAIN, "mistyped"));

        assertThat(digest(later)).isNotEqualTo(one).isNotEqualTo(none);
    }

    @Test
    void eventsOfAForeignDeviceAreNotNamed() {
        Instant later = Instant.parse("2026-03-20T12:00:00Z");
        String before = digest(later);
        sketch.event("ETS-9", 0, 0, later.minusSeconds(60), later, battery());

        assertThat(digest(later)).isEqualTo(before);
    }

    private Instant newest() {
        return Assessment.newestFact(sketch.facts());
    }

    private String digest(Instant asOf) {
        return sketch.assess(asOf).factDigest();
    }
}

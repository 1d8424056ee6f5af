package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.usedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.event.Happening.LeadDisconnected;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.report.Statement.Pain;
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

        sketch.event(0, 1, last.plusSeconds(3600), usedOn("A", last, last.plusSeconds(3600)));
        assertThat(newest()).isEqualTo(last.plusSeconds(3600));
    }

    @Test
    void aReportOfTheFutureIsAsOldAsItsRecording() {
        Instant recorded = Instant.parse("2026-03-05T12:00:00Z");
        sketch.report("future", 1, new NoIntake(LocalDate.of(2199, 1, 1)), recorded);

        assertThat(newest()).isEqualTo(recorded);
    }

    @Test
    void anEventOfTheFutureIsAsOldAsItsReceipt() {
        Instant received = Instant.parse("2026-03-05T12:00:00Z");
        sketch.event("ETS-1", 0, 0, received.plusSeconds(80_000), received, new LeadDisconnected("L1"));
        assertThat(newest()).isEqualTo(received);

        sketch.event("ETS-1", 0, 1, received.plusSeconds(90_000), received.plusSeconds(9), battery());
        assertThat(newest()).isEqualTo(received.plusSeconds(9));
    }

    @Test
    void usageOfTheFutureIsAsOldAsTheBootsLastReceipt() {
        Instant received = Instant.parse("2026-03-05T12:00:00Z");
        Instant from = received.minusSeconds(3600);
        sketch.event("ETS-1", 0, 0, received, received, usedOn("A", from, received.plusSeconds(900_000)));

        assertThat(newest()).isEqualTo(received);
    }

    @Test
    void clocksThatDoNotGoQuiteAlikeAreNoFuture() {
        Instant said = Instant.parse("2026-03-05T12:00:00Z");
        sketch.report(
                        "phone",
                        1,
                        new Pain(said, PainScale.NRS, PainConstruct.AVERAGE, BigDecimal.ONE),
                        said.minusSeconds(59))
                .event("ETS-1", 0, 0, said.plusSeconds(70), said.plusSeconds(30), battery());

        assertThat(newest()).isEqualTo(said.plusSeconds(70));
    }

    @Test
    void oneFactOfTheFutureDoesNotChangeThePublishedOutcome() {
        sketch.planned("2026-03-12T14:00:00Z").baseline(8, 8, 8, 8, 8, 8, 8).days(4, 4, 4);
        Status before = sketch.assess(newest()).status();
        sketch.report(
                "typo",
                1,
                new Pain(Instant.parse("2027-03-05T12:00:00Z"), PainScale.NRS, PainConstruct.AVERAGE, BigDecimal.TEN),
                Instant.parse("2026-03-05T20:00:00Z"));

        assertThat(before).isEqualTo(Status.RESPONDER);
        assertThat(sketch.assess(newest()).status()).isEqualTo(before);
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

package io.dorsal.dashboard.core.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleCoverage;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.Listed;
import io.dorsal.dashboard.core.worklist.Worklist.Item;
import io.dorsal.dashboard.core.worklist.Worklist.Slice;
import io.dorsal.dashboard.core.worklist.WorklistPage.Part;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.SourceStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorklistPageTest {
    private static final Instant NOON = Instant.parse("2026-03-05T17:00:00Z");
    private static final List<Missing> THREE = SampleCoverage.incomplete("T-1").missing();

    private static Item item(String trial, CoverageResult result, List<Missing> missing) {
        return new Item(new TrialId(trial), "harbor-pain", "mac-scs-ngs", SourceStatus.SECONDARY, result, missing);
    }

    private static WorklistPage page(Instant now, Item... items) {
        return WorklistPage.of(
                new Slice(List.of(items), null),
                trial -> trial.value().equals("T-9")
                        ? null
                        : new Listed(SampleTrial.of(trial.value()).trial(), null),
                now);
    }

    @Test
    void whatEndsTodayComesFirstAndByItself() {
        WorklistPage page = page(
                NOON,
                item("T-1", CoverageResult.INCOMPLETE, THREE),
                item("T-2", CoverageResult.INCOMPLETE, THREE.subList(1, 3)),
                item("T-3", CoverageResult.NOT_SUPPORTED, List.of()));

        assertThat(page.parts())
                .extracting(Part::heading)
                .containsExactly("Within 24 hours", "Without a fixed time", "Nothing left to collect");
        Entry today = page.parts().getFirst().entries().getFirst();
        assertThat(today.subject()).isEqualTo("S-T-1");
        assertThat(today.stands()).isEqualTo("Day 3 of 7");
        assertThat(today.soon()).hasSize(1);
        assertThat(today.laterCount()).isEqualTo(2);
        assertThat(today.source()).isEqualTo("check against the payer\u2019s current document");
        assertThat(page.summary()).isEqualTo("3 trials on this page, 1 within 24 hours");
    }

    @Test
    void twoDaysBeforeItIsForLater() {
        WorklistPage page = page(NOON.minusSeconds(172_800), item("T-1", CoverageResult.INCOMPLETE, THREE));

        assertThat(page.parts()).extracting(Part::heading).containsExactly("Later");
        assertThat(page.parts().getFirst().entries().getFirst().later()).hasSize(2);
    }

    @Test
    void theOrderOfTheServiceStaysWithinAPart() {
        WorklistPage page = page(
                NOON,
                item("T-5", CoverageResult.INCOMPLETE, THREE),
                item("T-2", CoverageResult.NOT_SUPPORTED, THREE),
                item("T-4", CoverageResult.INCOMPLETE, THREE));

        assertThat(page.parts())
                .singleElement()
                .extracting(Part::entries)
                .satisfies(
                        entries -> assertThat(entries).extracting(Entry::trial).containsExactly("T-5", "T-2", "T-4"));
    }

    @Test
    void aTrialThatTheListDoesNotKnowYetIsShownInUtc() {
        Entry entry = page(NOON, item("T-9", CoverageResult.INCOMPLETE, THREE))
                .parts()
                .getFirst()
                .entries()
                .getFirst();

        assertThat(entry.subject()).isEqualTo("T-9");
        assertThat(entry.zone()).isEqualTo("UTC");
        assertThat(entry.soon().getFirst().until()).isEqualTo("Until 6 Mar 2026, 05:00 UTC");
    }
}

package io.dorsal.dashboard.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleOutcome;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.Listing.Query;
import io.dorsal.dashboard.core.Listing.Sort;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.trial.TrialState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListingTest {
    private static final Instant NOW = Instant.parse("2026-03-09T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final SampleTrial soon = SampleTrial.of("T-1").placed(DAY);
    private final SampleTrial later =
            SampleTrial.of("T-2").placed(DAY.plusDays(2)).clinic("lakeside");
    private final SampleTrial over =
            SampleTrial.of("T-3").placed(DAY.minusDays(9)).ended();
    private final List<Listed> all = List.of(
            new Listed(SampleTrial.of("T-4").placed(DAY.plusDays(20)).planned(), null),
            new Listed(
                    over.trial(), ListedOutcome.of(SampleOutcome.responder(over).outcome())),
            new Listed(later.trial(), null),
            new Listed(
                    soon.trial(), ListedOutcome.of(SampleOutcome.responder(soon).outcome())));

    private Listing list(TrialState state, String clinic, String text, Sort sort, boolean descending, int page) {
        return Listing.of(all, new Query(state, clinic, text, sort, descending, page), NOW, 2);
    }

    @Test
    void theTrialWhoseLeadComesOutFirstIsFirst() {
        assertThat(list(null, "", "", Sort.REMOVAL, false, 1).rows())
                .extracting(TrialRow::trial)
                .containsExactly("T-1", "T-2");
    }

    @Test
    void whatIsUnknownComesLastInEitherDirection() {
        assertThat(list(null, "", "", Sort.REMOVAL, true, 2).rows())
                .extracting(TrialRow::trial)
                .containsExactly("T-1", "T-3");
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everyOrderShowsEveryTrialOnce(Sort sort) {
        for (boolean descending : new boolean[] {true, false}) {
            assertThat(List.of(list(null, "", "", sort, descending, 1), list(null, "", "", sort, descending, 2)))
                    .flatMap(Listing::rows)
                    .extracting(TrialRow::trial)
                    .containsExactlyInAnyOrder("T-1", "T-2", "T-3", "T-4");
        }
        assertThat(sort.word()).isLowerCase();
    }

    @Test
    void filtersByStateClinicAndText() {
        assertThat(list(TrialState.RUNNING, "", "", Sort.REMOVAL, false, 1).matching())
                .isEqualTo(2);
        assertThat(list(null, "lakeside", "", Sort.REMOVAL, false, 1).matching())
                .isEqualTo(1);
        assertThat(list(null, "", "s-t-3", Sort.REMOVAL, false, 1).matching()).isEqualTo(1);
        assertThat(list(null, "", "nobody", Sort.REMOVAL, false, 1).rows()).isEmpty();
    }

    @Test
    void aPageBeyondTheLastShowsTheLast() {
        Listing listing = list(null, "", "", Sort.SUBJECT, false, 99);

        assertThat(listing.page()).isEqualTo(2);
        assertThat(listing.pages()).isEqualTo(2);
        assertThat(listing.clinics()).containsExactly("harbor-pain", "lakeside");
    }

    @Test
    void aRowSaysWhereTheTrialStands() {
        TrialRow row = TrialRow.of(all.get(3), NOW);

        assertThat(row.day()).isEqualTo("Day 7 of 7");
        assertThat(row.removal()).isEqualTo("26\u00a0h left");
        assertThat(row.status()).isEqualTo("Responder");
        assertThat(row.statusReason()).isEqualTo("depends on the unanswered days");
        assertThat(row.relief()).isEqualTo("50.0\u00a0%");
        assertThat(row.trialAnswered()).isEqualTo("5 of 7");
        assertThat(row.missing()).isEqualTo("Diary of 7 Mar; 1 day too late to add");
        assertThat(TrialRow.of(all.get(0), NOW).day()).isEqualTo("Not started");
        assertThat(TrialRow.of(all.get(1), NOW).day()).isEqualTo("Ended, 7 days");
        assertThat(TrialRow.of(all.get(2), NOW).statusReason()).isEqualTo("no outcome published yet");
    }

    @Test
    void theCalendarKnowsPlacementDayAndOverdueRemoval() {
        assertThat(TrialRow.of(all.get(3), soon.placedAt()).day()).isEqualTo("Placement day");
        TrialRow late = TrialRow.of(all.get(3), soon.endsAt().plusSeconds(7_200));
        assertThat(late.day()).isEqualTo("Past day 7");
        assertThat(late.removal()).isEqualTo("2\u00a0h overdue");
    }

    @Test
    void eachStatusHasItsOwnShape() {
        assertThat(java.util.Arrays.stream(Status.values()).map(TrialRow::shape))
                .doesNotHaveDuplicates();
        assertThat(TrialRow.shape(null)).isEqualTo("none");
    }
}

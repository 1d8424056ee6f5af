package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.EvidenceKind;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.outcome.Supplier;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing, who can supply it, until when, and what it would change. */
class WorklistTest {
    private static final String NOON_OF_DAY_3 = "2026-03-05T17:00:00Z";

    private static Chart running() {
        Chart chart = Chart.complete().removed(null).asOf(NOON_OF_DAY_3);
        chart.pain
                .unanswered()
                .missing(
                        Pain.day("baseline-day", "2026-02-24", null),
                        Pain.day("trial-day", "2026-03-05", "2026-03-06T05:00:00Z"));
        return chart;
    }

    @Test
    void theDayInHandComesFirstThenTheTrialThenThePapers() {
        List<Missing> missing = running()
                .without(DocumentKind.PHYSICAL_EXAMINATION)
                .without(TreatmentKind.INJECTION)
                .under("mac-scs-ngs")
                .missing();

        assertThat(missing)
                .extracting(Missing::kind, Missing::what, Missing::supplier, Missing::limit)
                .containsExactly(
                        tuple(EvidenceKind.DIARY_DAY, "trial-day", Supplier.PATIENT, CollectionLimit.UNTIL),
                        tuple(EvidenceKind.FACT, "painRelief", Supplier.PATIENT, CollectionLimit.UNTIL),
                        tuple(
                                EvidenceKind.FACT,
                                "analgesicReduction",
                                Supplier.CLINICIAN,
                                CollectionLimit.BEFORE_IMPLANT),
                        tuple(
                                EvidenceKind.DOCUMENT,
                                "PHYSICAL_EXAMINATION",
                                Supplier.CLINIC,
                                CollectionLimit.BEFORE_IMPLANT),
                        tuple(EvidenceKind.TREATMENT, "INJECTION", Supplier.CLINIC, CollectionLimit.NO_LIMIT));
        assertThat(missing.get(0).until()).isEqualTo(Instant.parse("2026-03-06T05:00:00Z"));
        assertThat(missing.get(1).until()).isEqualTo(Chart.REMOVED_AT);
    }

    @Test
    void aLineNamesEveryCriterionThatWaitsForIt() {
        Missing examination =
                running().without(DocumentKind.PHYSICAL_EXAMINATION).under("mac-scs-ngs").missing().stream()
                        .filter(line -> line.kind() == EvidenceKind.DOCUMENT)
                        .findFirst()
                        .orElseThrow();

        assertThat(examination.criteria()).containsExactly("N3", "examination");
        assertThat(examination.need()).isEqualTo("physical examination, with what it found");
    }

    @Test
    void aNeedThatAnotherGoesOnFromIsNotSaidTwice() {
        assertThat(Chart.complete()
                        .without(DocumentKind.PSYCHOLOGICAL_EVALUATION)
                        .under("mac-scs-ngs")
                        .missing())
                .extracting(Missing::need)
                .containsExactly(
                        "psychological or psychosocial evaluation for the therapy, by PSYCHIATRIST, PSYCHOLOGIST, "
                                + "LCSW or SUPERVISED_NPP");
    }

    @Test
    void oneLineShowsWhatItWouldChangeAlone() {
        Chart one = Chart.complete().without(DocumentKind.ORDER);
        Chart two = Chart.complete().without(DocumentKind.ORDER).without(DocumentKind.RISKS_DISCUSSION);
        Chart no = Chart.complete().without(DocumentKind.ORDER).relief("0").analgesics("0");

        assertThat(one.under("mac-scs-palmetto").missing())
                .extracting(Missing::withIt)
                .containsExactly(CoverageResult.SUPPORTED);
        assertThat(two.under("mac-scs-palmetto").missing())
                .extracting(Missing::withIt)
                .containsOnly(CoverageResult.INCOMPLETE);
        assertThat(no.under("mac-scs-palmetto").missing())
                .extracting(Missing::withIt)
                .containsExactly(CoverageResult.NOT_SUPPORTED);
    }

    @Test
    void eitherOfTwoWaysWouldDo() {
        assertThat(Chart.complete()
                        .unanswered()
                        .removed(null)
                        .under("humana-ma")
                        .missing())
                .extracting(Missing::what)
                .containsExactly("painRelief");
        assertThat(Chart.complete().relief("30").under("mac-scs-ngs").missing())
                .extracting(Missing::what, Missing::withIt)
                .containsExactly(tuple("analgesicReduction", CoverageResult.SUPPORTED));
    }

    @Test
    void aDayCanStillTurnReliefThatIsWithinReach() {
        Chart reachable = running().relief("30").analgesics("0");
        reachable.pain.needed(2);
        Chart outOfReach = running().relief("30").analgesics("0");

        assertThat(reachable.under("mac-scs-ngs").result()).isEqualTo(CoverageResult.NOT_SUPPORTED);
        assertThat(reachable.under("mac-scs-ngs").missing())
                .extracting(Missing::what, Missing::withIt)
                .containsExactly(tuple("trial-day", CoverageResult.SUPPORTED));
        assertThat(outOfReach.under("mac-scs-ngs").missing())
                .extracting(Missing::withIt)
                .containsExactly(CoverageResult.NOT_SUPPORTED);
    }

    @Test
    void aPolicyThatReadsNoDiaryAsksForNoDay() {
        assertThat(running().under("uhc-2026T0567").missing()).isEmpty();
    }

    @Test
    void whatLiesBehindIsTooLate() {
        assertThat(limit(Chart.complete().unanswered(), "humana-ma", "painRelief"))
                .isEqualTo(CollectionLimit.TOO_LATE);
        assertThat(limit(running().odi(null, null), "aetna-cpb-0194", "odiBaseline"))
                .isEqualTo(CollectionLimit.TOO_LATE);
        Chart lost = running();
        lost.pain.without(StatusReason.BASELINE_INCOMPLETE);
        assertThat(limit(lost, "humana-ma", "painRelief")).isEqualTo(CollectionLimit.TOO_LATE);
    }

    @Test
    void withoutADateTheEventItselfIsTheLimit() {
        Chart unplanned = running().planned(null);
        Chart overdue = running().asOf("2026-03-12T17:00:00Z");
        Chart waiting =
                Chart.complete().placed(null).removed(null).planned(null).odi(null, null);

        assertThat(limit(unplanned, "humana-ma", "painRelief")).isEqualTo(CollectionLimit.LEAD_REMOVAL);
        assertThat(limit(overdue, "humana-ma", "painRelief")).isEqualTo(CollectionLimit.LEAD_REMOVAL);
        assertThat(limit(waiting, "aetna-cpb-0194", "odiBaseline")).isEqualTo(CollectionLimit.PLACEMENT);
        assertThat(limit(waiting.placed("2026-07-01T12:00:00Z"), "aetna-cpb-0194", "odiBaseline"))
                .isEqualTo(CollectionLimit.UNTIL);
    }

    @Test
    void completingTheWorklistOfAnEmptyChartSupportsThePolicy() {
        Chart chart = Chart.empty();
        List<Missing> missing = chart.under("humana-ma").missing();

        assertThat(missing).extracting(Missing::what).containsExactly("placeOfService", "AGE_STATEMENT", "painRelief");
        chart.relief("50").placeOfService("22").document(DocumentKind.AGE_STATEMENT, "ADULT", null);
        assertThat(chart.under("humana-ma").result()).isEqualTo(CoverageResult.SUPPORTED);
        assertThat(chart.under("humana-ma").missing()).isEmpty();
    }

    private static CollectionLimit limit(Chart chart, String policy, String what) {
        return chart.under(policy).missing().stream()
                .filter(line -> line.what().equals(what))
                .map(Missing::limit)
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " is not on the worklist"));
    }
}

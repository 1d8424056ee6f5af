package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.trial.Therapy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * For each policy that ships, one trial that it supports, one that it does not, one that is incomplete. Each row is a
 * stroke on a complete chart, and names the criterion that it turns.
 */
class EveryPolicyTest {

    /** @param turns the criterion that decides; empty where the policy is supported */
    record Row(String policy, CoverageResult result, String turns, String trial, UnaryOperator<Chart> stroke) {
        @Override
        public String toString() {
            return policy + " " + result + ": " + trial;
        }
    }

    private static Row supported(String policy, String trial, UnaryOperator<Chart> stroke) {
        return new Row(policy, CoverageResult.SUPPORTED, "", trial, stroke);
    }

    private static Row notSupported(String policy, String turns, String trial, UnaryOperator<Chart> stroke) {
        return new Row(policy, CoverageResult.NOT_SUPPORTED, turns, trial, stroke);
    }

    private static Row incomplete(String policy, String turns, String trial, UnaryOperator<Chart> stroke) {
        return new Row(policy, CoverageResult.INCOMPLETE, turns, trial, stroke);
    }

    private static final List<Row> ROWS = List.of(
            supported("cms-ncd-160.7", "any positive relief is enough", chart -> chart.relief("0.1")),
            notSupported("cms-ncd-160.7", "N5", "the electrode relieved nothing", chart -> chart.relief("0")),
            incomplete(
                    "cms-ncd-160.7",
                    "N2",
                    "nobody listed psychological therapy",
                    chart -> chart.without(TreatmentKind.PSYCHOLOGICAL_THERAPY)),
            supported("mac-scs-ngs", "exactly 50 % relief", chart -> chart.relief("50")),
            notSupported(
                    "mac-scs-ngs",
                    "L6",
                    "just below 50 % of either",
                    chart -> chart.relief("49.99").analgesics("49.9")),
            incomplete(
                    "mac-scs-ngs",
                    "L6",
                    "30 % relief, and nobody attested how much less analgesics",
                    chart -> chart.relief("30")),
            supported(
                    "mac-scs-noridian",
                    "half the analgesics",
                    chart -> chart.relief("30").analgesics("50")),
            notSupported(
                    "mac-scs-noridian",
                    "L6",
                    "worse pain and as many analgesics",
                    chart -> chart.relief("-10").analgesics("0")),
            incomplete(
                    "mac-scs-noridian",
                    "L3",
                    "a physician evaluated the patient psychologically",
                    chart -> chart.document(DocumentKind.PSYCHOLOGICAL_EVALUATION, "CLEARED", "PHYSICIAN")),
            supported("mac-scs-cgs", "a significant reduction without a number", chart -> chart.relief("35")),
            notSupported(
                    "mac-scs-cgs",
                    "L6",
                    "the clinician calls the reduction insignificant",
                    chart -> chart.document(DocumentKind.REDUCTION_STATEMENT, "NOT_SIGNIFICANT", "PHYSICIAN")),
            incomplete(
                    "mac-scs-cgs",
                    "daily-activities",
                    "no word on daily activities",
                    chart -> chart.without(DocumentKind.DAILY_ACTIVITIES_STATEMENT)),
            supported("mac-scs-palmetto", "all on file", chart -> chart),
            notSupported(
                    "mac-scs-palmetto",
                    "L6",
                    "40 % of either",
                    chart -> chart.relief("40").analgesics("40")),
            incomplete("mac-scs-palmetto", "order", "no order", chart -> chart.without(DocumentKind.ORDER)),
            supported(
                    "lcd-scs-common",
                    "a repeated trial with its circumstances, in a surgical center",
                    chart -> chart.placeOfService("24")
                            .treatment("NEUROSTIMULATION_TRIAL", "2020-01-01", "2020-01-08", "FAILED")),
            notSupported("lcd-scs-common", "L5", "in an office", chart -> chart.placeOfService("11")),
            incomplete(
                    "lcd-scs-common",
                    "L8",
                    "a repeated trial, and nobody says why",
                    chart -> chart.treatment("NEUROSTIMULATION_TRIAL", "2020-01-01", "2020-01-08", "FAILED")
                            .without(DocumentKind.REPEAT_TRIAL_CIRCUMSTANCES)),
            supported("opd-prior-authorization", "the trial's UTN is on the claim", chart -> chart),
            notSupported(
                    "opd-prior-authorization",
                    "L6",
                    "20 % of either in the trial",
                    chart -> chart.relief("20").analgesics("20")),
            incomplete("opd-prior-authorization", "UTN", "neither UTN nor reason", chart -> chart.utn(null)),
            supported(
                    "aetna-cpb-0194",
                    "seven days, 12 months, 21 %, 5 of 10: all at the bound",
                    chart -> chart.baseline("5").odi("21", "10").painSince("2025-03-02")),
            notSupported(
                    "aetna-cpb-0194", "A8", "a trial of eight days", chart -> chart.removed("2026-03-10T15:30:00Z")),
            incomplete("aetna-cpb-0194", "A5", "no ODI before the trial", chart -> chart.odi(null, "30")),
            supported(
                    "evicore-cmm-211",
                    "tonic and burst for 49 hours",
                    chart -> chart.waveforms("burst", "tonic").removed("2026-03-04T16:30:00Z")),
            notSupported("evicore-cmm-211", "E5", "burst only", chart -> chart.waveforms("burst")),
            incomplete(
                    "evicore-cmm-211",
                    "E4",
                    "three months of care on file",
                    chart -> chart.without(TreatmentKind.DRUG_THERAPY)
                            .without(TreatmentKind.PHYSICAL_THERAPY)
                            .without(TreatmentKind.PSYCHOLOGICAL_THERAPY)
                            .treatment("PHYSICAL_THERAPY", "2025-06-01", "2025-08-31", "FAILED")),
            supported(
                    "uhc-2026T0567",
                    "dorsal root ganglion for causalgia",
                    chart -> chart.therapy(Therapy.DRG).indication("G57.72")),
            notSupported(
                    "uhc-2026T0567",
                    "U2",
                    "dorsal root ganglion after back surgery",
                    chart -> chart.therapy(Therapy.DRG).indication("M96.1")),
            incomplete("uhc-2026T0567", "U1", "no diagnosis yet", chart -> chart.indication(null)),
            supported("humana-ma", "an adult outpatient", chart -> chart),
            notSupported("humana-ma", "H3", "49.9 % relief", chart -> chart.relief("49.9")),
            incomplete("humana-ma", "H1", "nobody states the age", chart -> chart.without(DocumentKind.AGE_STATEMENT)),
            supported("bcbs-nd", "dorsal root ganglion too", chart -> chart.therapy(Therapy.DRG)),
            notSupported(
                    "bcbs-nd",
                    "B3",
                    "an untreated habituation",
                    chart -> chart.document(DocumentKind.SUBSTANCE_USE_SCREENING, "ACTIVE", "PHYSICIAN")),
            incomplete("bcbs-nd", "B4", "too few days answered", Chart::unanswered),
            supported("bcbs-mp-328", "three months to the day", chart -> chart.painSince("2025-12-02")),
            notSupported("bcbs-mp-328", "B6", "a day short of three months", chart -> chart.painSince("2025-12-03")),
            incomplete("bcbs-mp-328", "B6", "nobody says since when", chart -> chart.painSince(null)),
            supported(
                    "mac-pns-l34328",
                    "any relief",
                    chart -> chart.therapy(Therapy.PNS).relief("12")),
            notSupported(
                    "mac-pns-l34328",
                    "P5",
                    "after zoster",
                    chart -> chart.therapy(Therapy.PNS).indication("B02.29")),
            incomplete(
                    "mac-pns-l34328",
                    "P3",
                    "no objective evidence on file",
                    chart -> chart.therapy(Therapy.PNS).without(DocumentKind.OBJECTIVE_PATHOLOGY)),
            supported("bcbs-mp-623", "all on file", chart -> chart.therapy(Therapy.PNS)),
            notSupported(
                    "bcbs-mp-623",
                    "P4",
                    "no relief",
                    chart -> chart.therapy(Therapy.PNS).relief("0")),
            incomplete(
                    "bcbs-mp-623",
                    "P1",
                    "nobody says that it is a last resort",
                    chart -> chart.therapy(Therapy.PNS).without(DocumentKind.LAST_RESORT_STATEMENT)));

    @TestFactory
    Stream<DynamicTest> everyRowHolds() {
        return ROWS.stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)));
    }

    private static void check(Row row) {
        CoverageDetermination determination =
                row.stroke().apply(Chart.complete()).under(row.policy());

        assertThat(determination.result()).as(determination.explanation()).isEqualTo(row.result());
        Set<CriterionResult> harmless = Set.of(CriterionResult.MET, CriterionResult.NOT_APPLICABLE);
        assertThat(determination.criteria())
                .filteredOn(criterion -> !harmless.contains(criterion.result()))
                .extracting(CoverageDetermination.Criterion::id)
                .contains(row.turns().isEmpty() ? new String[0] : new String[] {row.turns()});
    }

    @Test
    void everyPolicyHasARowForEachResult() {
        Set<String> rows = new TreeSet<>();
        ROWS.forEach(row -> rows.add(row.policy() + " " + row.result()));

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Chart.SHIPPED.ids().stream()
                        .flatMap(id -> Stream.of(CoverageResult.values()).map(result -> id + " " + result))
                        .toList());
    }

    @Test
    void anEmptyChartIsNeverNotSupported() {
        for (String policy : Chart.SHIPPED.ids()) {
            CoverageDetermination determination = Chart.empty()
                    .therapy(policy.contains("pns") || policy.contains("623") ? Therapy.PNS : Therapy.SCS)
                    .under(policy);

            assertThat(determination.result()).as(policy).isEqualTo(CoverageResult.INCOMPLETE);
            assertThat(determination.missing()).as(policy).isNotEmpty();
        }
    }
}

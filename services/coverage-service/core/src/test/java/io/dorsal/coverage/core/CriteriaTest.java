package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.SourceStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a criterion says, and that it says why. */
class CriteriaTest {

    @Test
    void exactlyFiftyPercentIsEnoughAndAHairLessIsNot() {
        Rational hairLess = Rational.of(49_999_999_999L, 1_000_000_000L);
        Chart below = Chart.complete().analgesics("0");
        below.pain.relief(hairLess);

        assertThat(Chart.complete().relief("50").criterion("humana-ma", "H3").result())
                .isEqualTo(CriterionResult.MET);
        Criterion notMet = below.criterion("humana-ma", "H3");
        assertThat(notMet.result()).isEqualTo(CriterionResult.NOT_MET);
        assertThat(notMet.explanation()).contains("painRelief is 49.9999 %", "at least 50 % is required");
    }

    @Test
    void anExplanationNamesValuesDefinitionVersionAndFacts() {
        Criterion l6 = Chart.complete().analgesics("55").criterion("mac-scs-ngs", "L6");

        assertThat(l6.explanation())
                .contains("painRelief is 62.5 %", "pain-relief/1", "trial over", "baseline 8.00 over 7 of 7 days")
                .contains("analgesicReduction is 55 %", "attested by NP-7");
        assertThat(l6.facts()).extracting("value").containsExactly("62.5 %", "55 %");
        assertThat(l6.policy()).isEqualTo("mac-scs-ngs 2021-07-01");
        assertThat(l6.sourceStatus()).isEqualTo(SourceStatus.PRIMARY);
    }

    @Test
    void anIncludedCriterionKeepsItsPolicyAndItsSourceStatus() {
        Criterion n1 = Chart.complete().criterion("mac-scs-ngs", "N1");

        assertThat(n1.policy()).isEqualTo("cms-ncd-160.7 1995-08-07");
        assertThat(n1.sourceStatus()).isEqualTo(SourceStatus.SECONDARY);
    }

    @ParameterizedTest
    @CsvSource({"CLEARED, MET", "NOT_CLEARED, NOT_MET", "FINE_I_GUESS, ATTESTATION_REQUIRED", ", ATTESTATION_REQUIRED"})
    void aDocumentMustSayWhatThePolicyAsksFor(String says, CriterionResult expected) {
        Chart chart = Chart.complete().document(DocumentKind.PSYCHOLOGICAL_EVALUATION, says, "PSYCHOLOGIST");

        assertThat(chart.criterion("aetna-cpb-0194", "A6").result()).isEqualTo(expected);
    }

    @Test
    void theLatestDocumentCountsWhateverTheOrder() {
        Chart chart = Chart.complete()
                .document("PSYCHOLOGICAL_EVALUATION", "2026-02-20", "NOT_CLEARED", "PSYCHOLOGIST")
                .document("PSYCHOLOGICAL_EVALUATION", "2026-01-20", "CLEARED", "PSYCHOLOGIST");

        assertThat(chart.criterion("aetna-cpb-0194", "A6").result()).isEqualTo(CriterionResult.NOT_MET);
    }

    @Test
    void aDocumentByAnotherAuthorDoesNotCountAndIsShown() {
        Criterion l3 = Chart.complete()
                .document(DocumentKind.PSYCHOLOGICAL_EVALUATION, "CLEARED", "SHAMAN")
                .criterion("mac-scs-ngs", "L3");

        assertThat(l3.result()).isEqualTo(CriterionResult.ATTESTATION_REQUIRED);
        assertThat(l3.explanation())
                .contains("by PSYCHIATRIST, PSYCHOLOGIST, LCSW or SUPERVISED_NPP")
                .contains("does not count: 2026-02-01 by SHAMAN: CLEARED");
    }

    @Test
    void aStatementThatDeniesIsANo() {
        Chart chart = Chart.complete().document(DocumentKind.LAST_RESORT_STATEMENT, "NOT_CONFIRMED", "PHYSICIAN");

        assertThat(chart.criterion("cms-ncd-160.7", "N1").result()).isEqualTo(CriterionResult.NOT_MET);
    }

    @Test
    void aKindThatNobodyKnowsMatchesNothing() {
        Chart chart = Chart.complete()
                .without(DocumentKind.LAST_RESORT_STATEMENT)
                .document("LETTER_FROM_MOTHER", "2026-02-01", "CONFIRMED", "MOTHER");

        assertThat(chart.criterion("cms-ncd-160.7", "N1").result()).isEqualTo(CriterionResult.ATTESTATION_REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, FAILED, MET",
        ", FAILED, ATTESTATION_REQUIRED",
        ", CONTRAINDICATED, MET",
        ", UNSUITABLE, MET",
        // It helped, but another of its kind may have failed: missing from the list is not a "no".
        "2025-01-01, HELPED, ATTESTATION_REQUIRED",
        "2025-01-01, , ATTESTATION_REQUIRED"
    })
    void aTreatmentCountsWithItsResultAndWhatWasTriedWithItsDate(String from, String result, CriterionResult expected) {
        Chart chart = Chart.complete().without(TreatmentKind.SURGERY).treatment("SURGERY", from, null, result);

        assertThat(chart.criterion("cms-ncd-160.7", "N2").result()).isEqualTo(expected);
    }

    @Test
    void tooLittleCareOnFileIsNotANo() {
        Criterion care = Chart.complete()
                .without(TreatmentKind.DRUG_THERAPY)
                .without(TreatmentKind.PHYSICAL_THERAPY)
                .without(TreatmentKind.PSYCHOLOGICAL_THERAPY)
                .treatment("PHYSICAL_THERAPY", "2025-06-01", "2025-08-31", "FAILED")
                .criterion("aetna-cpb-0194", "A4");

        assertThat(care.result()).isEqualTo(CriterionResult.NOT_DETERMINABLE);
        assertThat(care.explanation()).contains("conservativeCare is 3 months", "more may be true than is on file");
    }

    @ParameterizedTest
    @CsvSource({
        "G90.50, MET",
        "G90.59, MET",
        "g90.511, MET",
        "G56.41, MET",
        "M96.1, MET",
        "M96.10, NOT_MET",
        "G90, NOT_MET"
    })
    void aStarCoversTheWholeFamilyOfCodes(String indication, CriterionResult expected) {
        assertThat(Chart.complete()
                        .indication(indication)
                        .criterion("uhc-2026T0567", "U1")
                        .result())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"tonic, MET", "burst, NOT_MET", "burst tonic, MET", "tonic closed-loop, NOT_MET"})
    void burstOnlyAndAnyClosedLoopAreExperimental(String waveforms, CriterionResult expected) {
        Chart chart = Chart.complete().waveforms(waveforms.split(" "));

        assertThat(chart.criterion("evicore-cmm-211", "E5").result()).isEqualTo(expected);
    }

    @Test
    void unknownWaveformsAreMissing() {
        assertThat(Chart.complete()
                        .waveforms()
                        .criterion("evicore-cmm-211", "E5")
                        .result())
                .isEqualTo(CriterionResult.NOT_DETERMINABLE);
    }

    @Test
    void trialOf48HoursIsNotMoreThan48Hours() {
        Chart chart = Chart.complete().removed("2026-03-04T15:30:00Z");
        Chart later = Chart.complete().removed("2026-03-04T15:30:01Z");

        assertThat(chart.criterion("evicore-cmm-211", "E1").result()).isEqualTo(CriterionResult.NOT_MET);
        assertThat(later.criterion("evicore-cmm-211", "E1").result()).isEqualTo(CriterionResult.MET);
    }

    @Test
    void aFirstTrialNeedsNoCircumstances() {
        Criterion l8 = Chart.complete().criterion("lcd-scs-common", "L8");

        assertThat(l8.result()).isEqualTo(CriterionResult.NOT_APPLICABLE);
        assertThat(l8.explanation()).isEqualTo("does not apply: no NEUROSTIMULATION_TRIAL is listed");
    }

    @Test
    void someFunctionalImprovementIsAScoreOrAStatement() {
        assertThat(List.of(
                        Chart.complete().criterion("lcd-scs-common", "L7").result(),
                        Chart.complete()
                                .odi("52", "52")
                                .document(DocumentKind.FUNCTION_STATEMENT, "NOT_IMPROVED", "PHYSICIAN")
                                .criterion("lcd-scs-common", "L7")
                                .result()))
                .containsExactly(CriterionResult.MET, CriterionResult.NOT_MET);
    }
}

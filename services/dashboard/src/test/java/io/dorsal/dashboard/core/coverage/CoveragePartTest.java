package io.dorsal.dashboard.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleCoverage;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.coverage.CriterionRow.PartRow;
import io.dorsal.dashboard.core.coverage.DeterminationPart.Count;
import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.NoCoverageResult;
import io.dorsal.model.outcome.Supplier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoveragePartTest {
    private static final Instant NOON = Instant.parse("2026-03-05T17:00:00Z");
    private final SampleTrial trial = SampleTrial.of("T-1");
    private final CoverageDetermination incomplete = SampleCoverage.incomplete("T-1");
    private final CoverageDetermination elsewhere = SampleCoverage.doesNotApply("T-1");
    private final Determinations both = new Determinations(List.of(elsewhere, incomplete), false);

    private CoveragePart part(@Nullable String picked) {
        return CoveragePart.of(trial.under("mac-scs-ngs"), both, picked, NOON);
    }

    private CriterionRow criterion(String id) {
        return part(null).shown().criteria().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTrialsOwnPolicyIsShownAsLongAsNoneIsPicked() {
        CoveragePart part = part(null);

        assertThat(part.shown().policy()).isEqualTo("mac-scs-ngs");
        assertThat(part.shown().result()).isEqualTo("Incomplete");
        assertThat(part.shown().sign()).isEqualTo("incomplete");
        assertThat(part.shown().asOf()).isEqualTo("5 Mar 2026, 12:00 EST");
        assertThat(part.isOwn()).isTrue();
        assertThat(part.note()).isEmpty();
        assertThat(part.shown().counts())
                .containsExactly(
                        new Count("Met", "supported", 8),
                        new Count("Fact missing", "incomplete", 1),
                        new Count("Document missing", "incomplete", 2));
    }

    @Test
    void anotherPolicyCanBePicked() {
        CoveragePart part = part("opd-prior-authorization");

        assertThat(part.shown().result()).isEqualTo("Does not apply");
        assertThat(part.shown().sign()).isEqualTo("absent");
        assertThat(part.isOwn()).isFalse();
        assertThat(part.shown().flags())
                .containsExactly(new DeterminationPart.FlagRow(
                        "WISeR may apply",
                        "CMS WISeR model, CPT 63655 in AZ, NJ, OH, OK, TX and WA from 2026-01-15",
                        CoverageWords.CHECK));
    }

    @Test
    void whyNoPolicyOrAnotherOneIsShownIsSaid() {
        assertThat(part("acme").note())
                .isEqualTo("No policy acme is known here. Shown is the one that the trial names.");
        assertThat(part("acme").shown().policy()).isEqualTo("mac-scs-ngs");
        CoveragePart unnamed = CoveragePart.of(trial.trial(), both, null, NOON);
        assertThat(unnamed.note()).startsWith("The trial names no policy.");
        assertThat(unnamed.shown()).isNull();
        assertThat(unnamed.sideBySide()).hasSize(2);
        assertThat(CoveragePart.of(trial.under("gone"), both, null, NOON).note())
                .startsWith("The trial names the policy gone, which is not known here.");
    }

    @Test
    void noPolicyInForceOnTheDateOfServiceIsAResultOfItsOwn() {
        Determinations early = new Determinations(List.of(SampleCoverage.noneInForce("T-1")), true);
        CoveragePart part = CoveragePart.of(trial.under("opd-prior-authorization"), early, null, NOON);

        assertThat(part.shown().result()).isEqualTo("None in force");
        assertThat(part.shown().version()).isEmpty();
        assertThat(part.shown().explanation()).contains("known are 2021-07-01 (2021-07-01 to 2026-01-14)");
        assertThat(part.shown().counts()).isEmpty();
        assertThat(part.onPublished()).isTrue();
        assertThat(part.sideBySide()).as("of one there is nothing to compare").isEmpty();
    }

    @Test
    void aGroupShowsWhichOfItsPartsIsMet() {
        CriterionRow l6 = criterion("L6");

        assertThat(l6.result()).isEqualTo("Fact missing");
        assertThat(l6.explanation()).as("the group tells it").isEmpty();
        assertThat(l6.group().label()).isEqualTo("Any of");
        assertThat(l6.group().parts()).extracting(PartRow::result).containsExactly("Not met", "Fact missing");
        assertThat(l6.group().parts().getFirst().explanation()).startsWith("Pain relief is 30 % [pain-relief/1");
        assertThat(criterion("N2").group().label()).isEqualTo("All of");
        assertThat(l6.facts())
                .extracting(CriterionRow.FactRow::name, CriterionRow.FactRow::value)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Pain relief", "30 %"),
                        org.assertj.core.api.Assertions.tuple("Analgesic reduction", "missing"));
    }

    @Test
    void aCriterionSaysWhoStatesItAndWhatToCheck() {
        CriterionRow included = criterion("N1");
        CriterionRow own = criterion("condition");

        assertThat(included.statedBy()).isEqualTo("cms-ncd-160.7 1995-08-07");
        assertThat(included.source()).isEqualTo("check against the payer\u2019s current document");
        assertThat(own.statedBy()).isEmpty();
        assertThat(own.source()).isEmpty();
        assertThat(own.explanation()).isEqualTo("Condition statement is on file (2026-02-01 by psychologist, DOC-3)");
    }

    @Test
    void theTableOfAllPoliciesPutsThoseThatApplyFirst() {
        List<PolicyRow> rows = part(null).sideBySide();

        assertThat(rows).extracting(PolicyRow::policy).containsExactly("mac-scs-ngs", "opd-prior-authorization");
        assertThat(rows.getFirst())
                .isEqualTo(new PolicyRow(
                        "mac-scs-ngs",
                        "2021-07-01",
                        "",
                        "Incomplete",
                        "incomplete",
                        "8 of 11",
                        "\u2013",
                        "N3, examination, L6",
                        true,
                        true));
        assertThat(rows.getLast().notMet())
                .as("about something else is not failed")
                .isEqualTo("\u2013");
    }

    @Test
    void everyWordIsSaidPlainlyAndNoneIsAnApproval() {
        Stream<String> words = Stream.of(
                        Arrays.stream(CoverageResult.values()).map(CoverageWords::result),
                        Arrays.stream(NoCoverageResult.values()).map(CoverageWords::none),
                        Arrays.stream(CriterionKind.values()).map(CoverageWords::kind),
                        Arrays.stream(Supplier.values()).map(CoverageWords::supplier),
                        Arrays.stream(CollectionLimit.values()).map(CoverageWords::limit),
                        Arrays.stream(CoverageResult.values()).map(CoverageWords::meaning),
                        Arrays.stream(NoCoverageResult.values()).map(CoverageWords::meaning))
                .flatMap(all -> all);

        assertThat(words)
                .allMatch(word -> !word.isEmpty() && !word.contains("_") && !word.contains("pprov"))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(CriterionResult.values()).map(CoverageWords::result))
                .doesNotHaveDuplicates();
        assertThat(CoverageWords.inSentence(Supplier.BEHAVIORAL_HEALTH)).isEqualTo("behavioral health");
        assertThat(CoverageWords.inSentence(Supplier.PAYER)).isEqualTo("the payer");
    }

    @Test
    void namesOfFactsAreWords() {
        assertThat(CoverageWords.name("odiImprovement")).isEqualTo("ODI improvement");
        assertThat(CoverageWords.name("utn")).isEqualTo("UTN");
        assertThat(CoverageWords.name("PHYSICAL_EXAMINATION")).isEqualTo("Physical examination");
        assertThat(CoverageWords.name("_")).isEmpty();
    }

    @Test
    void whatIsQuotedFromPapersStaysAsItIs() {
        var facts = List.of(
                new CoverageDetermination.ReadFact("NEUROSTIMULATION_TRIAL", null, ""),
                new CoverageDetermination.ReadFact("utn", "A1", ""));

        assertThat(CoverageWords.plain("does not apply: no NEUROSTIMULATION_TRIAL is listed (ORDER-7)", facts))
                .isEqualTo("Does not apply: no neurostimulation trial is listed (ORDER-7)");
        assertThat(CoverageWords.plain("any of: utn is A1", facts)).isEqualTo("Any of: UTN is A1");
    }

    @Test
    void wordsOfTheWireAreSaidAndReferencesOfPapersStay() {
        assertThat(CoverageWords.sentence("any of: (pain-relief/1: NOT_EVALUABLE (NOT_STARTED)); 50 % is required"))
                .isEqualTo("Any of: (pain-relief/1: not evaluable (not started)); 50 % is required");
        assertThat(CoverageWords.said("opioid/1: UNDETERMINED (TRIAL_INCOMPLETE)"))
                .isEqualTo("opioid/1: undetermined (trial incomplete)");
        assertThat(CoverageWords.sentence("by PSYCHOLOGIST, SUPERVISED_NPP or LCSW: NOT_CLEARED, SCAN_FILE"))
                .isEqualTo("By psychologist, supervised NPP or LCSW: not cleared, SCAN_FILE");
        assertThat(CoverageWords.sentence("SCAN_7_A")).isEqualTo("SCAN_7_A");
    }
}

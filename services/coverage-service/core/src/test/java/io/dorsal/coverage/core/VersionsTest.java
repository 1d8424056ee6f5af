package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.NoCoverageResult;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.trial.Therapy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version answers, when none does, and what a policy is about. */
class VersionsTest {
    private static final String OPD = "opd-prior-authorization";

    @ParameterizedTest
    @CsvSource({
        "2021-07-01T16:00:00Z, 2021-07-01",
        "2026-01-14T16:00:00Z, 2021-07-01",
        // Local midnight in New York decides, not midnight in London.
        "2026-01-15T03:00:00Z, 2021-07-01",
        "2026-01-15T16:00:00Z, 2026-01-15"
    })
    void theVersionInForceOnTheDateOfServiceIsUsed(String placed, String version) {
        CoverageDetermination determination =
                Chart.complete().placed(placed).removed(null).under(OPD);

        assertThat(determination.version()).isEqualTo(version);
        assertThat(determination.explanation()).contains("the placement of the trial lead", "Version " + version);
    }

    @Test
    void whileTheLeadIsNotPlacedTheAsOfDateStandsForTheDateOfService() {
        CoverageDetermination determination = Chart.complete()
                .placed(null)
                .removed(null)
                .asOf("2026-01-10T12:00:00Z")
                .under(OPD);

        assertThat(determination.version()).isEqualTo("2021-07-01");
        assertThat(determination.explanation()).startsWith("The trial lead is not placed yet, so 2026-01-10 stands");
    }

    @Test
    void noVersionInForceIsSaidAndNothingIsJudged() {
        CoverageDetermination determination =
                Chart.complete().placed("2020-03-02T16:00:00Z").removed(null).under(OPD);

        assertThat(determination.result()).isNull();
        assertThat(determination.version()).isNull();
        assertThat(determination.reason()).isEqualTo(NoCoverageResult.NONE_IN_FORCE);
        assertThat(determination.explanation())
                .isEqualTo("Date of service 2020-03-02, the placement of the trial lead. No version of " + OPD
                        + " is in force then; known are 2021-07-01 (2021-07-01 to 2026-01-14), 2026-01-15 (2026-01-15"
                        + " on).");
        assertThat(determination.criteria()).isEmpty();
        assertThat(determination.missing()).isEmpty();
    }

    @Test
    void anUnknownPolicyIsSaid() {
        assertThat(Chart.complete().under("acme").reason()).isEqualTo(NoCoverageResult.NO_SUCH_POLICY);
    }

    @Test
    void aPolicyAboutSomethingElseDoesNotApply() {
        CoverageDetermination determination =
                Chart.complete().therapy(Therapy.PNS).under("mac-scs-ngs");

        assertThat(determination.result()).isNull();
        assertThat(determination.reason()).isEqualTo(NoCoverageResult.DOES_NOT_APPLY);
        assertThat(determination.explanation()).contains("does not apply: therapy is PNS");
        assertThat(determination.criteria()).extracting("id").containsExactly("scope");
    }

    @Test
    void anUnknownScopeIsNeverSupported() {
        CoverageDetermination determination = Chart.complete().procedure(null).under(OPD);

        assertThat(determination.result()).isEqualTo(CoverageResult.INCOMPLETE);
        assertThat(determination.missing()).extracting("what").containsExactly("procedure");
        assertThat(determination.missing().getFirst().withIt()).isEqualTo(CoverageResult.SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({"63655, TX, 2026-01-15, true", "63655, NY, 2026-01-15, false", "63655, TX, 2026-01-14, false"})
    void openPlacementInSomeStatesIsFlagged(String procedure, String state, String date, boolean flagged) {
        CoverageDetermination determination = Chart.complete()
                .procedure(procedure)
                .state(state)
                .placed(date + "T16:00:00Z")
                .removed(null)
                .under(OPD);

        assertThat(determination.reason()).isEqualTo(NoCoverageResult.DOES_NOT_APPLY);
        assertThat(determination.flags())
                .extracting("text")
                .containsExactly(flagged ? new Object[] {"WISeR may apply"} : new Object[0]);
        assertThat(determination.flags()).allMatch(flag -> flag.sourceStatus() == SourceStatus.SECONDARY);
    }

    @Test
    void theUtnOrTheReasonWhyThereIsNone() {
        Chart neither = Chart.complete().utn(null);
        Chart elsewhere = Chart.complete().utn(null).document(DocumentKind.NEW_PRIOR_AUTHORIZATION, null, "PHYSICIAN");

        assertThat(Chart.complete().criterion(OPD, "UTN").result()).isEqualTo(CriterionResult.MET);
        assertThat(neither.criterion(OPD, "UTN").result()).isEqualTo(CriterionResult.NOT_DETERMINABLE);
        assertThat(elsewhere.criterion(OPD, "UTN").result()).isEqualTo(CriterionResult.MET);
    }

    @Test
    void theTrialItselfNeedsNeitherReliefNorUtn() {
        Chart planned = Chart.complete().placed(null).removed(null).utn(null).unanswered();

        assertThat(planned.criterion(OPD, "L6").result()).isEqualTo(CriterionResult.NOT_APPLICABLE);
        assertThat(planned.criterion(OPD, "UTN").result()).isEqualTo(CriterionResult.NOT_APPLICABLE);
        assertThat(planned.under(OPD).result()).isEqualTo(CoverageResult.SUPPORTED);
    }

    @Test
    void oneTrialUnderEveryPolicySideBySide() {
        var chart = Chart.complete();

        assertThat(Coverage.determineAll(Chart.SHIPPED, chart.evidence(), Chart.LATER))
                .extracting(CoverageDetermination::policy)
                .containsExactlyElementsOf(Chart.SHIPPED.ids());
        assertThat(chart.under(OPD).key()).isEqualTo("T-1/opd-prior-authorization");
    }

    @Test
    void anOldVersionStaysToBeHad() {
        assertThat(Chart.SHIPPED.version(new Policy.Ref(OPD, "2021-07-01"))).isPresent();
        assertThat(Chart.SHIPPED.versionsOf(OPD)).hasSize(2);
    }
}

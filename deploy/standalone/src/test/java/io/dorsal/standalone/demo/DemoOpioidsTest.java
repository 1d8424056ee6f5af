package io.dorsal.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dorsal.model.Rational;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.DrugMme;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.OpioidStatus;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.opioid.core.Assessment;
import io.dorsal.opioid.core.Conversions;
import io.dorsal.opioid.core.Rules;
import io.dorsal.opioid.tables.ShippedTables;
import io.dorsal.standalone.simulate.core.Delivery;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.Delivery.TrialWritten;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.core.TrialScript;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each course of medication is what its author says, at whatever hour somebody looks at the demo. */
class DemoOpioidsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final List<Instant> HOURS = List.of(
            Instant.parse("2026-11-22T06:30:00Z"),
            Instant.parse("2026-11-22T17:00:00Z"),
            Instant.parse("2026-11-23T04:30:00Z"));
    private static final Conversions CDC_2022 = ShippedTables.load().conversions(ShippedTables.DEFAULT_FACTOR_SET);

    private final List<TrialPlan> plans = DemoClinic.plans(TODAY);

    @Test
    void clearlyLess() {
        always("0417", outcome -> {
            assertThat(outcome.status()).isEqualTo(OpioidStatus.DETERMINED);
            assertThat(outcome.taken().baseline().mean()).isEqualTo(Rational.of(60));
            assertThat(outcome.prescribed().trial().mean()).isEqualTo(Rational.of(60));
            assertThat(outcome.taken().change().reached()).endsWith(Reduction.AT_LEAST_50);
        });
    }

    @Test
    void noneAnyMore() {
        always("2203", outcome -> assertThat(outcome.taken().change().reached()).endsWith(Reduction.ELIMINATED));
    }

    @Test
    void noReduction() {
        always("0421", outcome -> {
            assertThat(outcome.status()).isEqualTo(OpioidStatus.DETERMINED);
            assertThat(outcome.taken().change().reached()).isEmpty();
        });
        always("0431", outcome -> assertThat(outcome.taken().change().percent()).isGreaterThan(Rational.ZERO));
    }

    @Test
    void rotationIsSeenByDrug() {
        always("0423", outcome -> {
            assertThat(outcome.taken().byDrug())
                    .extracting(DrugMme::name, DrugMme::baseline, DrugMme::trial)
                    .containsExactly(
                            tuple("morphine", Rational.of(60), Rational.ZERO),
                            tuple("oxycodone", Rational.ZERO, Rational.of(45)));
            assertThat(outcome.taken().change().percent()).isEqualTo(Rational.of(-25));
            assertThat(outcome.prescribed().byDrug()).hasSize(2);
        });
    }

    @Test
    void thePatchWithoutFactorIsNamedAndEveryDayPartial() {
        always("2207", outcome -> {
            assertThat(outcome.taken().notConverted()).singleElement().satisfies(present -> {
                assertThat(present.opioid()).isEqualTo("buprenorphine");
                assertThat(present.reason()).isEqualTo(NotConvertedReason.NO_FACTOR);
                assertThat(present.baselineDays()).isEqualTo(7);
            });
            assertThat(outcome.taken().change().partial()).isTrue();
            assertThat(outcome.taken().change().reached()).doesNotContain(Reduction.ELIMINATED);
        });
    }

    @Test
    void fewerAsNeededThanTheRegimenAllows() {
        always("0425", outcome -> {
            assertThat(outcome.taken().baseline().mean()).isEqualTo(Rational.of(165, 2));
            assertThat(outcome.taken().trial().mean()).isLessThan(Rational.of(70));
            assertThat(outcome.prescribed().trial().mean()).isEqualTo(Rational.of(90));
        });
    }

    @Test
    void theSmallerPatchCountsEveryDay() {
        always("0428", outcome -> {
            assertThat(outcome.taken().baseline().mean()).isEqualTo(Rational.of(120));
            assertThat(outcome.taken().change().reached()).endsWith(Reduction.AT_LEAST_50);
            // Today counts with the hours worn so far.
            assertThat(outcome.days().stream()
                            .filter(day -> day.window() == DayWindow.TRIAL
                                    && day.date().isBefore(TODAY)))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allMatch(day -> Rational.of(60).equals(day.mme()));
        });
    }

    @Test
    void unknownDaysStayUnknown() {
        always("0430", outcome -> assertThat(outcome.reason()).isEqualTo(OpioidReason.TRIAL_INCOMPLETE));
        always("2199", outcome -> {
            assertThat(outcome.status()).isEqualTo(OpioidStatus.DETERMINED);
            assertThat(outcome.taken().baseline().knownDays()).isEqualTo(6);
            assertThat(outcome.taken().trial().knownDays())
                    .isLessThan(outcome.taken().trial().days());
        });
    }

    @Test
    void withoutAnyReportThePrescriptionDoesNotStandIn() {
        always("0419", outcome -> {
            assertThat(outcome.reason()).isEqualTo(OpioidReason.NO_INTAKE_REPORTED);
            assertThat(outcome.taken().trial().mean()).isNull();
            assertThat(outcome.prescribed().trial().mean()).isEqualTo(Rational.of(60));
        });
    }

    @Test
    void nothingBeforeIsNotApplicable() {
        always("2210", outcome -> assertThat(outcome.status()).isEqualTo(OpioidStatus.NOT_APPLICABLE));
    }

    @Test
    void aGoodHalfOfTheTrialsHasMedicationAndEveryStatusOccurs() {
        List<OpioidOutcome> outcomes =
                plans.stream().map(plan -> assess(plan, HOURS.get(1))).toList();

        assertThat(outcomes).extracting(OpioidOutcome::status).contains(OpioidStatus.values());
        assertThat(outcomes.stream()
                        .filter(outcome ->
                                outcome.days().stream().anyMatch(day -> day.known() || day.prescribed() != null)))
                .hasSizeGreaterThan(plans.size() / 2);
    }

    private void always(String subject, Consumer<OpioidOutcome> says) {
        TrialPlan plan = plans.stream()
                .filter(one -> one.course().subject().endsWith(subject))
                .findFirst()
                .orElseThrow();
        HOURS.forEach(hour -> says.accept(assess(plan, hour)));
        says.accept(assess(plan, plan.course().removalAt().plusSeconds(3600)));
    }

    /** From what has left the clinic by that time, as opioid-service would. */
    private static OpioidOutcome assess(TrialPlan plan, Instant now) {
        TrialScript script = new TrialScript(plan);
        List<PatientReport> reports = new ArrayList<>();
        Trial trial = null;
        while (script.peek() != null && !script.peek().due().isAfter(now)) {
            Delivery next = script.next();
            if (next instanceof TrialWritten written) {
                trial = written.document();
            } else if (next instanceof ReportsFiled filed) {
                reports.addAll(filed.reports());
            }
        }
        return Assessment.assess(new StatedFacts(trial, reports), now, CDC_2022, Rules.OPIOID_1);
    }
}

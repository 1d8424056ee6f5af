package io.dorsal.coverage.core.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dorsal.coverage.published.PublishedResults;
import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.Rate;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import io.dorsal.model.figures.Published;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.trial.Therapy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The figures of cohorts that can be counted by hand. */
class FigureTablesTest {
    private final List<Standing> trials = new ArrayList<>();

    @Test
    void undeterminedIsAPartOfItsOwnAndInNoRate() {
        ended(6, Therapy.SCS, Status.RESPONDER, Choice.IMPLANT);
        ended(2, Therapy.SCS, Status.NON_RESPONDER, Choice.NO_IMPLANT);
        ended(3, Therapy.SCS, Status.UNDETERMINED, null);
        ended(1, Therapy.DRG, null, null);

        Group outcomes = figure(View.CLINIC, FigureName.OUTCOMES).overall();

        assertThat(outcomes.count()).isEqualTo(12);
        assertThat(outcomes.parts())
                .containsExactly(
                        new Part("RESPONDER", 6),
                        new Part("NON_RESPONDER", 2),
                        new Part("UNDETERMINED", 3),
                        new Part("NOT_EVALUABLE", 0),
                        new Part("NO_OUTCOME", 1));
        assertThat(outcomes.rates()).containsExactly(new Rate("responders-of-determined", 6, 8));
    }

    @Test
    void theRatioToPermanentIsOfAllEndedTrialsAndOfTheDecidedOnes() {
        ended(6, Therapy.SCS, Status.RESPONDER, Choice.IMPLANT);
        ended(2, Therapy.SCS, Status.NON_RESPONDER, Choice.NO_IMPLANT);
        ended(4, Therapy.DRG, Status.UNDETERMINED, null);

        Figure decisions = figure(View.CLINIC, FigureName.DECISIONS);

        assertThat(decisions.overall().count()).isEqualTo(12);
        assertThat(decisions.overall().parts()).contains(new Part("IMPLANT", 6), new Part("UNDECIDED", 4));
        assertThat(decisions.overall().rates()).containsExactly(new Rate("implant-of-decided", 6, 8));
        assertThat(groups(decisions, Dimension.THERAPY))
                .extracting(Group::count)
                .containsExactly(4L, 8L);
    }

    @Test
    void aTrialIsPlannedThenRunningThenEnded() {
        ended(1, Therapy.SCS, null, null);

        assertThat(counts(Cohort.PLACED.minusSeconds(1))).containsExactly(1L, 0L, 0L);
        assertThat(counts(Cohort.PLACED)).containsExactly(0L, 1L, 0L);
        assertThat(counts(Cohort.REMOVED)).containsExactly(0L, 0L, 1L);
    }

    @Test
    void ofNoTrialsEveryFigureIsNought() {
        for (View view : View.values()) {
            for (Figure figure : Cohort.figures(List.of(), view).figures()) {
                assertThat(figure.overall().count()).isZero();
                assertThat(figure.overall().spread()).isNull();
                assertThat(figure.overall().rates()).allMatch(rate -> rate.denominator() == 0);
            }
        }
    }

    @Test
    void aGroupThatIsTooSmallIsToldTogetherWithTheSmallestOther() {
        ended(50, Therapy.SCS, Status.RESPONDER, null);
        ended(20, Therapy.PNS, Status.RESPONDER, null);
        ended(3, Therapy.DRG, Status.RESPONDER, null);

        Figure ended = figure(View.EXPORT, FigureName.TRIALS_ENDED);

        assertThat(ended.overall().count()).isEqualTo(73);
        assertThat(groups(ended, Dimension.THERAPY))
                .extracting(Group::label, Group::count)
                .containsExactly(tuple(ClinicFigures.NOT_LISTED, 23L), tuple("SCS", 50L));
    }

    @Test
    void aPartThatIsTooSmallIsToldTogetherWithTheSmallestOther() {
        ended(50, Therapy.SCS, Status.RESPONDER, null);
        ended(20, Therapy.SCS, Status.NON_RESPONDER, null);
        ended(12, Therapy.SCS, Status.UNDETERMINED, null);
        ended(3, Therapy.SCS, Status.NOT_EVALUABLE, null);

        assertThat(figure(View.EXPORT, FigureName.OUTCOMES).overall().parts())
                .containsExactly(
                        new Part("RESPONDER", 50), new Part("NON_RESPONDER", 20), new Part("(not listed)", 15));
    }

    @Test
    void manyTrialsOfFewPatientsAreFewPatients() {
        ended(9, Therapy.SCS, Status.RESPONDER, null);
        trials.addAll(List.of(
                trial("again-1", "S-1", Therapy.SCS, Status.RESPONDER, null),
                trial("again-2", "S-2", Therapy.SCS, Status.RESPONDER, null)));

        assertThat(figure(View.EXPORT, FigureName.TRIALS_ENDED).overall().count())
                .isNull();
        assertThat(figure(View.CLINIC, FigureName.TRIALS_ENDED).overall().count())
                .isEqualTo(11);
    }

    @Test
    void publishedResultsStandBesideTheFigureTheyAreLike() {
        List<Published> shipped = PublishedResults.shipped();

        assertThat(shipped).hasSize(18).allMatch(result -> !result.ofWhom().isBlank());
        assertThat(shipped)
                .filteredOn(result -> result.denominator() != null)
                .extracting(Published::denominator)
                .contains(21_672L, 265_756L, 8_497L, 5_878L, 7_560L, 13_331L, 106L);
        ClinicFigures figures =
                FigureTables.of(new Selection(null, null, null), List.of(), shipped, Cohort.NOW, View.CLINIC);
        assertThat(figures.figures())
                .filteredOn(figure -> figure.name() == FigureName.DECISIONS)
                .flatExtracting(Figure::published)
                .extracting(Published::statement)
                .contains("67 %: 178,144 of 265,756 trials");
    }

    private List<Long> counts(Instant now) {
        ClinicFigures figures =
                FigureTables.of(new Selection(new ClinicId("harbor"), null, null), trials, List.of(), now, View.CLINIC);
        return figures.figures().stream()
                .limit(3)
                .map(figure -> figure.overall().count())
                .toList();
    }

    private Figure figure(View view, FigureName name) {
        return Cohort.figures(trials, view).figures().stream()
                .filter(figure -> figure.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static List<Group> groups(Figure figure, Dimension by) {
        return figure.breakdowns().stream()
                .filter(breakdown -> breakdown.by() == by)
                .map(Breakdown::groups)
                .findFirst()
                .orElseThrow();
    }

    private void ended(int many, Therapy therapy, @Nullable Status outcome, @Nullable Choice choice) {
        for (int i = 0; i < many; i++) {
            String number = Integer.toString(trials.size() + 1);
            trials.add(trial("T-" + number, "S-" + number, therapy, outcome, choice));
        }
    }

    private static Standing trial(
            String id, String subject, Therapy therapy, @Nullable Status outcome, @Nullable Choice choice) {
        return new Standing(
                new TrialId(id),
                new ClinicId("harbor"),
                subject,
                therapy,
                "tonic",
                "M96.1",
                "medicare",
                LocalDate.of(2026, 3, 2),
                Cohort.PLACED,
                Cohort.REMOVED,
                outcome,
                new Ratio(12, 14),
                new Ratio(5_000, 5_000),
                Papers.READY,
                "cdc-2022: 0 -> 0",
                choice,
                choice == null ? null : 1,
                List.of());
    }
}

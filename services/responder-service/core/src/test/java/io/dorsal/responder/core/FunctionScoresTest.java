package io.dorsal.responder.core;

import static io.dorsal.model.outcome.HolisticDomain.ODI;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.HolisticOutcome.Impression;
import io.dorsal.model.outcome.HolisticOutcome.Lack;
import io.dorsal.model.outcome.HolisticOutcome.Side;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement.Retraction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which answer to a questionnaire is the one before the placement, and which the one on trial. */
class FunctionScoresTest {
    private final Questionnaires trial = new Questionnaires().pain(8, 4);
    private final Sketch sketch = trial.sketch();

    @Test
    void theBaselineIsTheLastScoreBeforeThePlacement() {
        odi("o-2", Questionnaires.BEFORE, "60");
        odi("o-1", Sketch.PLACED_AT.minusSeconds(1), "50");
        odi("o-3", Sketch.PLACED_AT, "40");

        assertThat(baseline()).isEqualTo(Rational.of(50));
        assertThat(trial.change(ODI).baseline().at()).isEqualTo(Sketch.PLACED_AT.minusSeconds(1));
        assertThat(trial.change(ODI).trial()).isNull();
    }

    @Test
    void aScoreOfMoreThanNinetyDaysBeforeIsNoBaselineAndIsAskedFor() {
        odi("o-1", Sketch.PLACED_AT.minus(Duration.ofDays(90)), "50");
        assertThat(baseline()).isEqualTo(Rational.of(50));

        Questionnaires stale = new Questionnaires().pain(8, 4);
        stale.answered(
                "o-1",
                Instrument.ODI,
                Sketch.PLACED_AT.minus(Duration.ofDays(90)).minusSeconds(1),
                "50");
        assertThat(stale.outcome().reason()).isEqualTo(HolisticReason.BASELINE_INCOMPLETE);
        assertThat(stale.outcome().missing()).containsExactly(new Lack(ODI, Side.BASELINE));
    }

    @Test
    void theTrialScoreIsTheLastFromDayOneToTheDateOfTheRemoval() {
        odi("o-0", Questionnaires.BEFORE, "50");
        odi("o-9", at(2, "23:59"), "49");
        assertThat(trial.change(ODI).trial()).isNull();

        odi("o-8", at(3, "00:00"), "40");
        assertThat(onTrial()).isEqualTo(Rational.of(40));
        odi("o-7", at(10, "23:59"), "30");
        odi("o-6", at(11, "00:00"), "20");
        assertThat(onTrial()).isEqualTo(Rational.of(30));
    }

    @Test
    void whileNobodyEnteredTheRemovalTheTrialDaysAreBounded() {
        sketch.running().planned(null);
        LocalDate last = Sketch.PLACEMENT.plusDays(60);
        odi("o-0", Questionnaires.BEFORE, "50");
        odi("o-1", sketch.at(last, "12:00"), "40");
        odi("o-2", sketch.at(last.plusDays(1), "12:00"), "30");

        assertThat(onTrial()).isEqualTo(Rational.of(40));
    }

    @Test
    void onlyScoresUpToTheInstantCount() {
        odi("o-0", Questionnaires.BEFORE, "50");
        odi("o-1", at(5, "12:00"), "40");
        odi("o-2", at(8, "12:00"), "20");

        assertThat(asOf(at(8, "11:59")).trial().score()).isEqualTo(Rational.of(40));
        assertThat(asOf(at(8, "12:00")).trial().score()).isEqualTo(Rational.of(20));
        assertThat(trial.outcome(at(5, "11:59")).missing()).contains(new Lack(ODI, Side.TRIAL));
    }

    @Test
    void beforeThePlacementNothingCanBeStated() {
        odi("o-0", Questionnaires.BEFORE, "50");

        assertThat(trial.outcome(Sketch.PLACED_AT.minusSeconds(1)).reason()).isEqualTo(HolisticReason.NOT_STARTED);
        sketch.placed(null);
        assertThat(trial.outcome().reason()).isEqualTo(HolisticReason.NOT_STARTED);
    }

    @Test
    void theHighestRevisionCountsAndARetractedScoreIsNone() {
        odi("o-0", Questionnaires.BEFORE, "50");
        trial.answered("o-1", 2, Instrument.ODI, Questionnaires.DAY_7, "30");
        odi("o-1", Questionnaires.DAY_7, "3");
        assertThat(onTrial()).isEqualTo(Rational.of(30));

        sketch.report("o-1", 3, new Retraction(ReportKind.FUNCTION, "another patient's"));
        assertThat(trial.change(ODI).trial()).isNull();
    }

    @Test
    void ofTwoAtOneInstantTheLaterIdStays() {
        odi("o-2", Questionnaires.BEFORE, "60");
        odi("o-1", Questionnaires.BEFORE, "50");

        assertThat(baseline()).isEqualTo(Rational.of(60));
    }

    @Test
    void aScoreOutsideTheScaleIsNone() {
        odi("o-0", Questionnaires.BEFORE, "50");
        odi("o-1", Sketch.PLACED_AT.minusSeconds(1), "101");
        odi("o-2", Questionnaires.DAY_7, "-1");

        assertThat(baseline()).isEqualTo(Rational.of(50));
        assertThat(trial.change(ODI).trial()).isNull();
    }

    @Test
    void theLastImpressionStandsBesideWithItsDirectionAndHasNoSay() {
        trial.scores(ODI, "40", "30");
        var without = trial.outcome();
        trial.answered("g-1", Instrument.PGIC, Questionnaires.DAY_7, "2");
        trial.answered("g-0", Instrument.PGIC, Questionnaires.BEFORE, "4");
        var with = trial.outcome();

        assertThat(with.pgic())
                .isEqualTo(new Impression(Questionnaires.DAY_7, Rational.of(2), CodingDirection.LOWER_IS_BETTER));
        assertThat(with.status()).isEqualTo(without.status());
        assertThat(with.domains()).isEqualTo(without.domains());
    }

    private void odi(String id, Instant at, String score) {
        trial.answered(id, Instrument.ODI, at, score);
    }

    private Instant at(int march, String time) {
        return sketch.at(LocalDate.of(2026, 3, march), time);
    }

    private Change asOf(Instant asOf) {
        return trial.outcome(asOf).domains().stream()
                .filter(change -> change.instrument() == ODI)
                .findAny()
                .orElseThrow();
    }

    private Rational baseline() {
        return trial.change(ODI).baseline().score();
    }

    private Rational onTrial() {
        return trial.change(ODI).trial().score();
    }
}

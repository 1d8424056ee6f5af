package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** On which days entries count, and when there is a verdict at all. */
class PainWindowsTest {
    private final Sketch sketch = new Sketch().baseline(8, 8, 8, 8, 8, 8, 8);

    @Test
    void neitherPlacementNorRemovalDateCounts() {
        sketch.days(4, 4, 4, 4, 4, 4, 4);
        sketch.diary(Sketch.PLACEMENT, 10).diary(LocalDate.of(2026, 3, 10), 10);

        ResponderOutcome outcome = sketch.assess();

        assertThat(outcome.trial().mean()).isEqualTo(Rational.of(4));
        assertThat(outcome.trial().from()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(outcome.trial().to()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(window(outcome, Sketch.PLACEMENT)).isEqualTo(DayWindow.PLACEMENT);
        assertThat(window(outcome, LocalDate.of(2026, 3, 10))).isEqualTo(DayWindow.AFTER);
    }

    @Test
    void theDateOfThePlacementIsLocal() {
        // 02:00 UTC on 3 March is still 2 March in New York, so that 3 March is day 1.
        ResponderOutcome outcome =
                sketch.placed("2026-03-03T02:00:00Z").days(4, 4, 4).assess();

        assertThat(outcome.trial().from()).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void theAsOfDateCountsOnlyIfAnswered() {
        sketch.running().days(4, 4, 4, 4);

        assertThat(sketch.assessOnDay(4, "19:59").trial().days()).isEqualTo(3);
        assertThat(sketch.assessOnDay(4, "20:00").trial().days()).isEqualTo(4);
        assertThat(sketch.assessOnDay(5, "12:00").trial().days()).isEqualTo(4);
        assertThat(sketch.assessOnDay(6, "00:30").trial().days()).isEqualTo(5);
    }

    @Test
    void onlyFactsUpToTheAsOfInstantCount() {
        sketch.days(4, 4, 4, 8, 8, 8, 8);

        ResponderOutcome outcome = sketch.assessOnDay(3, "21:00");

        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.trial().mean()).isEqualTo(Rational.of(4));
        assertThat(outcome.status()).isEqualTo(Status.RESPONDER);
    }

    @Test
    void beforeThePlacementNothingHasStarted() {
        ResponderOutcome outcome = sketch.assess(sketch.at(LocalDate.of(2026, 2, 26), "12:00"));

        assertThat(outcome.status()).isEqualTo(Status.NOT_EVALUABLE);
        assertThat(outcome.reason()).isEqualTo(StatusReason.NOT_STARTED);
        assertThat(outcome.baseline().answeredDays()).isEqualTo(3);
        assertThat(outcome.baseline().days()).isEqualTo(4);
        assertThat(outcome.needed()).isNull();
        assertThat(window(outcome, Sketch.PLACEMENT)).isEqualTo(DayWindow.PLANNED);
    }

    @Test
    void withoutAPlacementThereAreNoDays() {
        ResponderOutcome outcome = sketch.placed(null).planned(null).running().assess();

        assertThat(outcome.reason()).isEqualTo(StatusReason.NOT_STARTED);
        assertThat(outcome.baseline().from()).isNull();
        assertThat(outcome.days()).isEmpty();
        assertThat(outcome.missing()).isEmpty();
    }

    @Test
    void threeBaselineDaysAreTooFew() {
        ResponderOutcome outcome = new Sketch()
                .baseline(8, null, 8, null, 8, null, null)
                .days(1, 1, 1, 1, 1, 1, 1)
                .assess();

        assertThat(outcome.status()).isEqualTo(Status.UNDETERMINED);
        assertThat(outcome.reason()).isEqualTo(StatusReason.BASELINE_INCOMPLETE);
        assertThat(outcome.baseline().mean()).isEqualTo(Rational.of(8));
        assertThat(outcome.relief()).isNull();
        assertThat(outcome.bounds()).isNull();
        assertThat(outcome.lastThreeRelief()).isNull();
    }

    @Test
    void fourBaselineDaysAreEnough() {
        Sketch four = new Sketch().baseline(8, null, 8, null, 8, null, 8).days(1, 1, 1, 1, 1, 1, 1);

        assertThat(four.assess().status()).isEqualTo(Status.RESPONDER);
    }

    @Test
    void aFewZeroesAreAnIncompleteBaselineAndNotABaselineOfZero() {
        ResponderOutcome outcome = new Sketch().baseline(0, 0).days(1, 1, 1).assess();

        assertThat(outcome.reason()).isEqualTo(StatusReason.BASELINE_INCOMPLETE);
    }

    @Test
    void twoTrialDaysAreTooFew() {
        ResponderOutcome outcome = sketch.running().days(1, 1).assessOnDay(2, "23:00");

        assertThat(outcome.status()).isEqualTo(Status.UNDETERMINED);
        assertThat(outcome.reason()).isEqualTo(StatusReason.TRIAL_INCOMPLETE);
        assertThat(outcome.grade()).isNull();
        assertThat(outcome.remission()).isNull();
        assertThat(outcome.settled()).isNull();
        assertThat(outcome.bounds()).isNotNull();
    }

    @Test
    void exactlyHalfOfTheTrialDaysIsEnough() {
        Sketch six = new Sketch().removed("2026-03-09T14:00:00Z").baseline(8, 8, 8, 8, 8, 8, 8);
        six.days(1, null, 1, null, 1, null);

        assertThat(six.assess().status()).isEqualTo(Status.RESPONDER);
        assertThat(sketch.days(1, null, 1, null, 1).assess().reason()).isEqualTo(StatusReason.TRIAL_INCOMPLETE);
    }

    @Test
    void aLeadRemovedOnThePlacementDateLeavesNoTrialDay() {
        ResponderOutcome outcome =
                sketch.removed("2026-03-02T20:00:00Z").days(1, 1, 1).assess();

        assertThat(outcome.trial().days()).isZero();
        assertThat(outcome.trial().from()).isNull();
        assertThat(outcome.reason()).isEqualTo(StatusReason.TRIAL_INCOMPLETE);
        assertThat(outcome.bounds()).isNull();
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void theLastThreeDaysAreDaysAndNotAnswers() {
        ResponderOutcome outcome = sketch.days(8, 8, 8, 8, 4, null, 2).assess();

        assertThat(outcome.lastThree().from()).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(outcome.lastThree().answeredDays()).isEqualTo(2);
        assertThat(outcome.lastThree().mean()).isEqualTo(Rational.of(3));
        assertThat(outcome.lastThreeRelief()).isEqualTo(Rational.of(125, 2));
    }

    @Test
    void aTrialWhoseRemovalNobodyEnteredStaysBounded() {
        ResponderOutcome outcome = sketch.running().days(4, 4, 4).assess();

        assertThat(outcome.trial().days()).isEqualTo(60);
        assertThat(outcome.days()).hasSizeLessThanOrEqualTo(7 + 1 + 60);
    }

    private static DayWindow window(ResponderOutcome outcome, LocalDate date) {
        return outcome.days().stream()
                .filter(day -> day.date().equals(date))
                .map(Day::window)
                .findFirst()
                .orElseThrow();
    }
}

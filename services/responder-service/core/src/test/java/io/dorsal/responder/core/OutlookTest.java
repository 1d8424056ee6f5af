package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import org.junit.jupiter.api.Test;

/** What would settle a running trial; removal is planned for 10 March, so that there are seven trial days. */
class OutlookTest {
    private final Sketch sketch = new Sketch().running().baseline(8, 8, 8, 8, 8, 8, 8);

    @Test
    void theRemainingDaysMayMakeUpForTheFirst() {
        // 5 + 5 + 5 + 4x ≤ 7 · 4
        assertThat(sketch.days(5, 5, 5).assessOnDay(3, "21:00").needed()).isEqualTo(Rational.of(13, 4));
    }

    @Test
    void theUnansweredAsOfDateCanStillCount() {
        assertThat(sketch.days(5, 5, 5).assessOnDay(4, "12:00").needed()).isEqualTo(Rational.of(13, 4));
    }

    @Test
    void aMissedDayIsGone() {
        assertThat(sketch.days(5, null, 5).assessOnDay(3, "21:00").needed()).isEqualTo(Rational.of(14, 4));
    }

    @Test
    void onTheFirstDayEverythingIsOpen() {
        assertThat(sketch.assessOnDay(0, "20:00").needed()).isEqualTo(Rational.of(4));
    }

    @Test
    void outOfReachIsNone() {
        assertThat(sketch.days(9, 9, 9, 9, 9).assessOnDay(5, "21:00").needed()).isNull();
    }

    @Test
    void zeroIsStillWithinReach() {
        assertThat(sketch.days(7, 7, 7, 7, 0).assessOnDay(5, "21:00").needed()).isEqualTo(Rational.ZERO);
    }

    @Test
    void aTrialThatCannotFailAnyMoreNeedsTheWorstScoreAtMost() {
        assertThat(sketch.days(0, 0, 0, 0, 0).assessOnDay(5, "21:00").needed()).isEqualTo(Rational.of(10));
    }

    @Test
    void tooManyMissedDaysCannotBeMadeUpFor() {
        assertThat(sketch.days(1).assessOnDay(5, "23:00").needed()).isEqualTo(Rational.of(5));
        assertThat(sketch.assessOnDay(6, "12:00").needed()).isNull();
    }

    @Test
    void withoutAPlannedRemovalThereIsNoOutlook() {
        assertThat(sketch.planned(null).days(5, 5, 5).assessOnDay(3, "21:00").needed())
                .isNull();
    }

    @Test
    void afterTheLastPlannedDayAndAfterTheRemovalThereIsNone() {
        sketch.days(5, 5, 5, 5, 5, 5, 5);

        assertThat(sketch.assessOnDay(7, "21:00").needed()).isNull();
        assertThat(sketch.assessOnDay(8, "09:00").needed()).isNull();
        assertThat(sketch.removed("2026-03-10T14:00:00Z").assess().needed()).isNull();
    }

    @Test
    void anIncompleteBaselineHasNoOutlook() {
        assertThat(new Sketch()
                        .running()
                        .baseline(8, 8)
                        .days(1, 1, 1)
                        .assessOnDay(3, "21:00")
                        .needed())
                .isNull();
    }
}

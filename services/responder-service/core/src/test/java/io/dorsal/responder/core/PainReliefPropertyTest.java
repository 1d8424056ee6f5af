package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.window.DailyWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every diary. Scores are halves from 0 to 10; −1 stands for an unanswered day. */
class PainReliefPropertyTest {
    private static final int ROUNDS = 200;
    private static final int UNANSWERED = -1;
    private final Random random = Seed.random(PainReliefPropertyTest.class);

    @Test
    void anIndependentCountingAgrees() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] baseline = diary(7, 0.2);
            int[] days = diary(7, 0.3);
            ResponderOutcome outcome = sketch(baseline, days).assess();
            HalfPoints b = HalfPoints.of(baseline);
            HalfPoints t = HalfPoints.of(days);
            if (b.answered < 4 || b.sum == 0 || t.answered < 4) {
                assertThat(outcome.relief()).isNull();
                assertThat(outcome.status()).isIn(Status.UNDETERMINED, Status.NOT_EVALUABLE);
                continue;
            }
            // Relief = 100·(1 − (t.sum/t.answered)/(b.sum/b.answered)), in whole numbers all the way.
            long top = 100 * (b.sum * t.answered - t.sum * b.answered);
            assertThat(outcome.relief()).isEqualTo(Rational.of(top, b.sum * t.answered));
            boolean responder = 2 * t.sum * b.answered <= b.sum * t.answered;
            assertThat(outcome.status()).isEqualTo(responder ? Status.RESPONDER : Status.NON_RESPONDER);
            long missing = 7 - t.answered;
            assertThat(outcome.bounds().worst()).isEqualTo(relief(b, t.sum + 20 * missing));
            assertThat(outcome.bounds().best()).isEqualTo(relief(b, t.sum));
            // BOCF: each missing day is b.sum/b.answered; multiplied out by b.answered.
            long carried = t.sum * b.answered + missing * b.sum;
            assertThat(outcome.bocf()).isEqualTo(Rational.of(100 * (7 * b.sum - carried), 7 * b.sum));
            boolean carriedResponder = 2 * carried <= 7 * b.sum;
            assertThat(outcome.fragile()).isEqualTo(carriedResponder != responder);
        }
    }

    @Test
    void theBoundsContainTheReliefAndTheBocf() {
        for (int round = 0; round < ROUNDS; round++) {
            ResponderOutcome outcome = sketch(diary(7, 0.1), diary(7, 0.3)).assess();
            if (outcome.relief() != null) {
                assertThat(outcome.bounds().worst()).isLessThanOrEqualTo(outcome.relief());
                assertThat(outcome.relief())
                        .isLessThanOrEqualTo(outcome.bounds().best());
                assertThat(outcome.bounds().worst()).isLessThanOrEqualTo(outcome.bocf());
                assertThat(outcome.bocf()).isLessThanOrEqualTo(outcome.bounds().best());
                if (outcome.interval() != null) {
                    double relief = outcome.relief().toDouble();
                    assertThat(relief)
                            .isBetween(
                                    outcome.interval().low() - 1e-9,
                                    outcome.interval().high() + 1e-9);
                }
            }
        }
    }

    @Test
    void whatIsSettledStaysWhateverTheMissingDaysWere() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] baseline = diary(7, 0.1);
            int[] days = diary(7, 0.3);
            ResponderOutcome outcome = sketch(baseline, days).assess();
            if (Boolean.TRUE.equals(outcome.settled())) {
                assertThat(sketch(baseline, filled(days)).assess().status()).isEqualTo(outcome.status());
            }
        }
    }

    @Test
    void theNeededMeanMakesAResponderAndTheLeastMoreDoesNot() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] baseline = diary(7, 0.1);
            int[] days = diary(1 + random.nextInt(6), 0.2);
            days[days.length - 1] = random.nextInt(21);
            Instant asOf = new Sketch().at(Sketch.PLACEMENT.plusDays(days.length), "23:00");
            ResponderOutcome running = sketch(baseline, days).running().assess(asOf);
            if (running.needed() == null) {
                // Out of reach: not even painless days would do.
                assertThat(ending(baseline, days, Rational.ZERO)).isNotEqualTo(Status.RESPONDER);
            } else {
                assertThat(ending(baseline, days, running.needed())).isEqualTo(Status.RESPONDER);
                Rational more = running.needed().plus(Rational.of(1, 1_000_000));
                if (more.isAtMost(Rational.of(10))) {
                    assertThat(ending(baseline, days, more)).isEqualTo(Status.NON_RESPONDER);
                }
            }
        }
    }

    /** The verdict of the core's own functions on the diary with the rest of the seven days at one exact score. */
    private static Status ending(int[] baseline, int[] days, Rational rest) {
        PainDiary diary = PainDiary.of(
                PainEntry.of(sketch(baseline, days).facts().reports(), List.of()),
                new Sketch().trial().days());
        for (int day = days.length + 1; day <= 7; day++) {
            diary.scoresByDate().put(Sketch.PLACEMENT.plusDays(day), List.of(rest));
        }
        LocalDate first = Sketch.PLACEMENT.plusDays(1);
        LocalDays newYork = new LocalDays(Sketch.NEW_YORK);
        DailyWindow before =
                diary.dailyMeans().window(newYork, Sketch.PLACEMENT.minusDays(7), Sketch.PLACEMENT.minusDays(1));
        DailyWindow during = diary.dailyMeans().window(newYork, first, first.plusDays(6));
        return PainRelief.of(before, during, during, false, Rules.PAIN_RELIEF_1).status();
    }

    private static Rational relief(HalfPoints b, long sumOfSeven) {
        return Rational.of(100 * (7 * b.sum - sumOfSeven * b.answered), 7 * b.sum);
    }

    private record HalfPoints(long sum, long answered) {
        static HalfPoints of(int[] halves) {
            long sum = 0;
            long answered = 0;
            for (int half : halves) {
                if (half != UNANSWERED) {
                    sum += half;
                    answered++;
                }
            }
            return new HalfPoints(sum, answered);
        }
    }

    private int[] diary(int days, double holes) {
        return random.ints(days, 0, 21)
                .map(half -> random.nextDouble() < holes ? UNANSWERED : half)
                .toArray();
    }

    private int[] filled(int[] days) {
        return Arrays.stream(days)
                .map(half -> half == UNANSWERED ? random.nextInt(21) : half)
                .toArray();
    }

    private static Sketch sketch(int[] baseline, int[] days) {
        return new Sketch().baseline(scores(baseline)).days(scores(days));
    }

    private static Object[] scores(int[] halves) {
        return Arrays.stream(halves)
                .mapToObj(half -> half == UNANSWERED ? null : half / 2.0)
                .toArray();
    }
}

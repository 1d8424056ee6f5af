package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.Rational;
import io.dorsal.model.event.Happening.PainReported;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.dorsal.model.wire.ResponderOutcomeReader;
import io.dorsal.responder.wire.TrialFactsCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores with as many digits as computers print keep every one of them up to the outcome, and on to its readers. */
class LongDecimalsPropertyTest {
    private static final int ROUNDS = 100;
    private final Random random = Seed.random(LongDecimalsPropertyTest.class);

    @Test
    void meansAndReliefAreExact() {
        for (int round = 0; round < ROUNDS; round++) {
            double smallest = random.nextInt(3) == 0 ? 1e-320 : 1;
            List<BigDecimal> before = scores(7, smallest);
            List<BigDecimal> after = scores(7, smallest);
            TrialFacts facts = new Sketch()
                    .baseline(before.toArray())
                    .days(after.toArray())
                    .facts();

            ResponderOutcome outcome = Assessment.assess(
                    TrialFactsCodec.parse(TrialFactsCodec.bytes(facts)),
                    Instant.parse("2027-01-01T00:00:00Z"),
                    Rules.PAIN_RELIEF_1);

            Rational b = mean(before);
            Rational t = mean(after);
            assertThat(outcome.baseline().mean()).isEqualTo(b);
            assertThat(outcome.trial().mean()).isEqualTo(t);
            assertThat(outcome.relief())
                    .isEqualTo(Rational.of(100).times(b.minus(t)).dividedBy(b));
            assertReadBack(outcome);
        }
    }

    @Test
    void aScoreOfTheButtonIsExact() {
        Sketch sketch = new Sketch().baseline(8, 8, 8, 8, 8, 8, 8).wears();
        List<BigDecimal> scores = scores(7, 1);
        for (int day = 0; day < 7; day++) {
            sketch.event(
                    0,
                    day,
                    Sketch.PLACED_AT.plus(Duration.ofDays(day + 1)),
                    new PainReported(io.dorsal.model.PainScale.NRS, scores.get(day), PainConstruct.AVERAGE));
        }

        assertThat(sketch.assess().trial().mean()).isEqualTo(mean(scores));
    }

    @ParameterizedTest
    @CsvSource({
        "5, RESPONDER, SUBSTANTIAL",
        "5.0000000000000000000000000000000000000001, NON_RESPONDER, MODERATE",
        "4.9e-324, RESPONDER, HIGH",
        "2, RESPONDER, HIGH",
        "2.0000000000000004, RESPONDER, SUBSTANTIAL",
    })
    void aThresholdIsComparedExactly(String score, Status status, Grade grade) {
        ResponderOutcome outcome = new Sketch()
                .baseline(10, 10, 10, 10, 10, 10, 10)
                .days(score, score, score, score, score, score, score)
                .assess();

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.grade()).isEqualTo(grade);
        assertReadBack(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-400, 10",
        "1e-320, 1e-321",
        "1e-320, 1e-320",
        "1e-40, 3e-41",
        "10, 1e-400",
        "1e-200, 9.9",
        "7e-19, 2e-19"
    })
    void nextToNothingBreaksNothing(String before, String after) {
        String more = new BigDecimal(after).multiply(new BigDecimal("0.5")).toString();
        ResponderOutcome outcome = new Sketch()
                .baseline(before, before, before, before, before, before, before)
                .days(after, after, more, after, more, after, after)
                .assess();

        assertThat(outcome.confidence()).isBetween(0.0, 1.0);
        assertReadBack(outcome);
    }

    @Test
    void confidenceDoesNotDependOnTheUnit() {
        ResponderOutcome usual = new Sketch()
                .baseline(8, 7, 9, 8, 8, 7, 8)
                .days(4, 3, 5, 4, 4, 3, 5)
                .assess();
        ResponderOutcome tiny = new Sketch()
                .baseline("8e-300", "7e-300", "9e-300", "8e-300", "8e-300", "7e-300", "8e-300")
                .days("4e-300", "3e-300", "5e-300", "4e-300", "4e-300", "3e-300", "5e-300")
                .assess();

        assertThat(tiny.confidence()).isCloseTo(usual.confidence(), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(tiny.interval().low()).isCloseTo(usual.interval().low(), org.assertj.core.data.Offset.offset(1e-9));
    }

    private static void assertReadBack(ResponderOutcome outcome) {
        byte[] sent = ResponderOutcomeCodec.stored(outcome);
        ResponderOutcome read = ResponderOutcomeReader.parse(sent);
        assertThat(read.baseline().mean()).isEqualTo(outcome.baseline().mean());
        assertThat(read.trial().mean()).isEqualTo(outcome.trial().mean());
        assertThat(read.relief()).isEqualTo(outcome.relief());
    }

    private List<BigDecimal> scores(int count, double largest) {
        List<BigDecimal> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double any = largest * (1 + 9 * random.nextDouble());
            scores.add(
                    random.nextBoolean() && largest == 1 ? new BigDecimal(any) : new BigDecimal(Double.toString(any)));
        }
        return scores;
    }

    private static Rational mean(List<BigDecimal> scores) {
        return Rational.mean(scores.stream().map(Rational::of).toList());
    }
}

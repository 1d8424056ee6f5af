package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.Statement.AnalgesicReduction;
import io.dorsal.model.report.Statement.Function;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.report.Statement.PerceivedRelief;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of {@code holistic/1} whatever the facts; order and repetition are held by {@link OutcomePropertyTest}. */
class HolisticPropertyTest {
    private static final int ROUNDS = 150;

    /** About one random trial in thirty gets a verdict, so rounds are drawn until so many have. */
    private static final int VERDICTS = 20;

    private static final int ROUNDS_MAX = 6_000;
    private static final Instant LATE = Instant.parse("2027-01-01T00:00:00Z");
    private final Random random = Seed.random(HolisticPropertyTest.class);

    @Test
    void aReportThatIsNotReadChangesNothing() {
        for (int round = 0; round < ROUNDS; round++) {
            Sketch sketch = RandomTrial.sketch(random);
            Instant asOf = Sketch.PLACED_AT.plus(Duration.ofHours(random.nextInt(12 * 24) - 48L));
            HolisticOutcome without = sketch.assess(asOf).function();
            unread(sketch, asOf);

            assertThat(sketch.assess(asOf).function()).isEqualTo(without);
        }
    }

    /** Other kinds, another construct, the placement date, and what is dated after the as-of instant. */
    private static void unread(Sketch sketch, Instant asOf) {
        Instant at = Sketch.PLACED_AT.plusSeconds(60);
        Instant later = asOf.plusSeconds(1);
        sketch.report("u-1", 1, new PerceivedRelief(at, BigDecimal.TEN))
                .report("u-2", 1, new Intake(at, "1049683", BigDecimal.ONE, "{tab}"))
                .report("u-3", 1, new AnalgesicReduction(at, BigDecimal.TEN, "NP-7"))
                .report("u-4", 1, new Pain(at, PainScale.NRS, PainConstruct.WORST, BigDecimal.TEN))
                .report("u-5", 1, new Pain(later, PainScale.NRS, PainConstruct.AVERAGE, BigDecimal.TEN))
                .report("u-6", 1, new Function(at, Instrument.ODI, BigDecimal.ZERO, null))
                .report("u-7", 1, new Function(later, Instrument.ODI, BigDecimal.ZERO, null));
    }

    @Test
    void theVerdictAndTheScoreFollowFromTheImpairedDomainsAlone() {
        int verdicts = 0;
        for (int round = 0; verdicts < VERDICTS; round++) {
            assertThat(round).as("rounds for %d verdicts", verdicts).isLessThan(ROUNDS_MAX);
            HolisticOutcome outcome = RandomTrial.sketch(random).assess(LATE).function();
            List<Change> impaired = outcome.domains().stream()
                    .filter(domain -> Boolean.TRUE.equals(domain.impaired()))
                    .toList();
            assertThat(outcome.cumulativeScore() == null).isEqualTo(outcome.reason() != null);
            if (outcome.reason() == null) {
                verdicts++;
                assertThat(outcome.missing()).isEmpty();
                assertThat(impaired).isNotEmpty();
                assertThat(outcome.status())
                        .isEqualTo(
                                impaired.stream().allMatch(HolisticPropertyTest::improvedEnough)
                                        ? Status.RESPONDER
                                        : Status.NON_RESPONDER);
                assertThat(outcome.cumulativeScore())
                        .isEqualTo(Rational.sum(
                                impaired.stream().map(Change::mcids).toList()));
            }
        }
    }

    /** Without a division: the points themselves, the way each scale runs. */
    private static boolean improvedEnough(Change change) {
        Rational before = change.baseline().score();
        Rational after = change.trial().score();
        return switch (change.instrument()) {
            case PAIN, ODI, PROMIS_PAIN_INTERFERENCE, PROMIS_SLEEP_DISTURBANCE ->
                after.plus(change.mcid()).isAtMost(before);
            case EQ_5D_5L, PROMIS_PHYSICAL_FUNCTION, SLEEP ->
                before.plus(change.mcid()).isAtMost(after);
        };
    }
}

package io.dorsal.opioid.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.report.Statement.NoIntake;
import io.dorsal.model.window.WindowRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Outcomes by other numbers never stand under the same name. */
class RulesTest {
    private static final Rules DEFAULT = Rules.OPIOID_1;

    @Test
    void theDefaultRulesKeepTheNameOfTheDefinition() {
        assertThat(new Sketch().assess().definition()).isEqualTo("opioid/1");
    }

    @Test
    void everyNumberIsPartOfTheFingerprint() {
        WindowRules windows = new WindowRules(7, 5, 3, Rational.of(1, 2), 3, 60);
        Stream<Rules> others = Stream.of(
                new Rules(windows, DEFAULT.aheadMin(), DEFAULT.leaves(), DEFAULT.tierFrom()),
                new Rules(DEFAULT.windows(), Duration.ZERO, DEFAULT.leaves(), DEFAULT.tierFrom()),
                new Rules(
                        DEFAULT.windows(),
                        DEFAULT.aheadMin(),
                        Map.of(Reduction.AT_LEAST_50, Rational.of(1, 3)),
                        DEFAULT.tierFrom()),
                new Rules(
                        DEFAULT.windows(),
                        DEFAULT.aheadMin(),
                        DEFAULT.leaves(),
                        new TreeMap<>(Map.of(Rational.ZERO, MmeTier.ABOVE_0))));

        assertThat(others.map(rules -> rules.named("opioid/1")))
                .allMatch(name -> name.matches("opioid/1\\+[0-9a-f]{8}"))
                .doesNotHaveDuplicates()
                // Pinned: the same rules have the same name on every machine and in every version.
                .first()
                .isEqualTo("opioid/1+c4758d77");
    }

    @Test
    void aReportOfTheFutureIsAsOldAsItsRecording() {
        Instant recorded = Instant.parse("2026-03-12T12:00:00Z");
        Sketch sketch = new Sketch().report("future", 1, new NoIntake(LocalDate.of(2199, 1, 1)), recorded);

        assertThat(Assessment.newestFact(sketch.facts(), DEFAULT)).isEqualTo(recorded);
    }
}

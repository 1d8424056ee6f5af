package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.Rational;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.dorsal.responder.wire.RulesCodec;
import io.dorsal.responder.wire.TrialFactsCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Facts and rules on their way through JSON: who reads them comes to the same outcome, byte for byte. */
class WirePropertyTest {
    private static final int ROUNDS = 200;
    private static final Rules RULES = Rules.PAIN_RELIEF_1;
    private final Random random = Seed.random(WirePropertyTest.class);

    @Test
    void whatIsReadComesToTheSameOutcome() {
        for (int round = 0; round < ROUNDS; round++) {
            TrialFacts facts = RandomTrial.sketch(random).facts();
            Instant asOf = Sketch.PLACED_AT.plus(Duration.ofSeconds(random.nextInt(10 * 24 * 3600)));

            byte[] bytes = TrialFactsCodec.bytes(facts);
            TrialFacts read = TrialFactsCodec.parse(bytes);

            assertThat(TrialFactsCodec.bytes(read)).isEqualTo(bytes);
            assertThat(ResponderOutcomeCodec.stored(Assessment.assess(read, asOf, RULES)))
                    .isEqualTo(ResponderOutcomeCodec.stored(Assessment.assess(facts, asOf, RULES)));
        }
    }

    @Test
    void rulesAreReadAsTheyWere() {
        Rules other = new Rules(
                RULES.diary(),
                new Rules.Relief(Rational.of(1, 3), Rational.of(2, 3), Rational.of(7, 9), 0.9),
                new Rules.Stimulation(Duration.ofMinutes(45), Rational.of(3)),
                RULES.clock(),
                RULES.limits(),
                RULES.function());

        assertThat(read(RulesCodec.node(RULES))).isEqualTo(RULES);
        assertThat(read(RulesCodec.node(other))).isEqualTo(other);
    }

    @Test
    void aBrokenFactIsNamedByItsPlace() {
        Sketch sketch = new Sketch().wears();
        sketch.event(0, 3, Sketch.PLACED_AT, Events.button(7, PainConstruct.AVERAGE));
        String facts = new String(TrialFactsCodec.bytes(sketch.facts()), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> TrialFactsCodec.parse(utf8(facts.replace("\"score\":7", "\"score\":\"7\""))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("devices[0].boots[0].events[0].score");
        assertThatThrownBy(() -> TrialFactsCodec.parse(utf8(facts.replace("\"last\":3", "\"last\":2"))))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("devices[0].boots[0].received[0].last");
        assertThatThrownBy(() -> TrialFactsCodec.parse(utf8("{}")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("trial");
        assertThatThrownBy(() -> read(RulesCodec.node(RULES).put("relief", 1)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("relief");
        ObjectNode zero = RulesCodec.node(RULES);
        ((ObjectNode) zero.get("relief")).put("high", "1/0");
        assertThatThrownBy(() -> read(zero)).isInstanceOf(Malformed.class).hasMessageContaining("relief.high");
    }

    private static Rules read(JsonNode node) {
        return RulesCodec.parse(JsonFields.of(Json.parse(Json.bytes(node))));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

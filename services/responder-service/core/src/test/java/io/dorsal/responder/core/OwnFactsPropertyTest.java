package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.event.Happening.PainReported;
import io.dorsal.model.event.Happening.StimulationChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What leaves the service that keeps the facts: the same outcome, digest and all, without other patients' events. */
class OwnFactsPropertyTest {
    private static final int ROUNDS = 300;
    private static final Rules RULES = Rules.PAIN_RELIEF_1;
    private final Random random = Seed.random(OwnFactsPropertyTest.class);

    @Test
    void anOutcomeReadsNothingElse() {
        for (int round = 0; round < ROUNDS; round++) {
            TrialFacts all = RandomTrial.sketch(random).facts();
            Instant asOf = Sketch.PLACED_AT.plus(Duration.ofSeconds(random.nextInt(10 * 24 * 3600)));

            assertThat(Assessment.assess(all.own(asOf, RULES), asOf, RULES))
                    .isEqualTo(Assessment.assess(all, asOf, RULES));
            assertThat(Assessment.assess(all.own(Instant.MAX, RULES), asOf, RULES))
                    .isEqualTo(Assessment.assess(all, asOf, RULES));
        }
    }

    @Test
    void theNewestFactIsTheSame() {
        for (int round = 0; round < ROUNDS; round++) {
            TrialFacts all = RandomTrial.sketch(random).facts();

            assertThat(Assessment.newestFact(all.own(Instant.MAX, RULES))).isEqualTo(Assessment.newestFact(all));
        }
    }

    @Test
    void anotherPatientsPainAndSettingsStayBehind() {
        Sketch sketch = new Sketch().wears("ETS-1", "2026-03-03T00:00:00Z", null);
        Instant before = Instant.parse("2026-03-02T20:00:00Z");
        sketch.event("ETS-1", 0, 0, before, before, Events.on("A"));
        sketch.event(
                "ETS-1", 0, 1, before.plusSeconds(60), before.plusSeconds(60), Events.button(7, PainConstruct.CURRENT));
        sketch.event("ETS-1", 0, 2, before.plusSeconds(90_000), before.plusSeconds(90_000), Events.off());
        sketch.event("ETS-2", 0, 0, before, before, Events.button(7, PainConstruct.CURRENT));

        TrialFacts own = sketch.facts().own(Instant.MAX, RULES);

        assertThat(own.devices())
                .singleElement()
                .satisfies(device -> assertThat(device.boots())
                        .singleElement()
                        .satisfies(boot -> assertThat(boot.kept())
                                .extracting(KeptEvent::what)
                                .noneMatch(what -> what instanceof PainReported)
                                .allMatch(what ->
                                        what instanceof StimulationChanged change && change.settings() == null)));
    }
}

package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left out of a packet was never read. */
class NeededPapersTest {
    private static final int ROUNDS = 40;
    private static final Instant AS_OF = Instant.parse("2026-03-10T12:00:00Z");
    private final Random random = Seed.random(NeededPapersTest.class);
    private final RandomFacts draw = new RandomFacts(random);

    @Test
    void everyPolicyDeterminesTheSameWithoutPapersThatItDoesNotAskFor() {
        for (int round = 0; round < ROUNDS; round++) {
            Facts drawn = draw.facts();
            Evidence whole = Chart.complete().evidence();
            Trial trial = whole.trial()
                    .withPapers(
                            drawn.documents(), drawn.treatments(), whole.trial().coverage());
            for (Policy policy : Chart.SHIPPED.all()) {
                Trial needed = NeededPapers.of(trial, policy, AS_OF);

                assertThat(determined(policy, with(needed, whole)))
                        .as(policy.ref().toString())
                        .isEqualTo(determined(policy, with(trial, whole)));
            }
        }
    }

    @Test
    void thePapersOfOtherPayersStayBehind() {
        Policy national = Chart.SHIPPED.versionsOf("cms-ncd-160.7").getFirst();
        Trial trial = Chart.complete().evidence().trial();

        Trial needed = NeededPapers.of(trial, national, AS_OF);

        assertThat(needed.documents())
                .extracting(Document::kind)
                .contains("PSYCHOLOGICAL_EVALUATION")
                .doesNotContain("SUBSTANCE_USE_SCREENING", "AGE_STATEMENT");
        assertThat(needed.coverage().painSince()).isNull();
        assertThat(NeededPapers.of(trial, national, Instant.parse("2020-01-01T00:00:00Z"))
                        .documents())
                .isEmpty();
    }

    private static Evidence with(Trial trial, Evidence whole) {
        return new Evidence(trial, whole.responder(), whole.opioids(), whole.reports());
    }

    private static ObjectNode determined(Policy policy, Evidence evidence) {
        ObjectNode node = CoverageDeterminationCodec.node(
                Coverage.determine(Chart.SHIPPED, policy.ref().id(), evidence, AS_OF));
        node.remove("statedDigest");
        return node;
    }
}

package io.dorsal.dashboard.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleCoverage;
import io.dorsal.dashboard.SampleOpioids;
import io.dorsal.dashboard.SampleOutcome;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TopicBoardTest {
    private final TopicBoard board = new TopicBoard(new TopicSettings("", 10, 100_000, Duration.ofSeconds(20)));

    @Test
    void theHighestVersionCountsWhateverTheOrder() {
        SampleTrial trial = SampleTrial.of("T-1");

        assertThat(board.merge(trial.subject("new").trial(2))).isTrue();
        assertThat(board.merge(trial.subject("old").trial(1))).isFalse();
        assertThat(board.find(new TrialId("T-1")).trial().subject()).isEqualTo("new");
    }

    @Test
    void anOutcomeMayComeBeforeItsTrial() {
        var outcome = SampleOutcome.responder(SampleTrial.of("T-1")).outcome();
        board.put(outcome, ResponderOutcomeCodec.stored(outcome), 1);
        assertThat(board.trials()).isEmpty();

        board.merge(SampleTrial.of("T-1").trial());

        assertThat(board.trials()).singleElement().matches(listed -> listed.outcome() != null);
        assertThat(board.published(new TrialId("T-1")).relief()).isEqualTo(outcome.relief());
    }

    @Test
    void theGreatestSequenceCountsWhateverTheOrder() {
        SampleTrial trial = SampleTrial.of("T-1");
        board.merge(trial.trial());
        var newer = SampleOutcome.responder(trial).outcome();
        byte[] value = ResponderOutcomeCodec.stored(newer);

        assertThat(board.put(newer, value, 7)).isTrue();
        assertThat(board.put(newer, value, 6)).as("landed behind a newer one").isFalse();
        assertThat(board.put(newer, value, 7)).as("published twice").isTrue();
        board.removeOutcome(new TrialId("T-1"));
        assertThat(board.put(newer, value, 1)).isTrue();
    }

    @Test
    void whenFullEndedTrialsGoFirst() {
        for (int i = 0; i < 10; i++) {
            board.merge(SampleTrial.of("R-" + i).trial());
        }
        board.merge(SampleTrial.of("E-1").ended().trial());

        assertThat(board.size()).isEqualTo(10);
        assertThat(board.find(new TrialId("E-1"))).isNull();
        assertThat(board.freshness().dropped()).isEqualTo(1);
    }

    @Test
    void keptOutcomesStayWithinTheirBytes() {
        KeptOutcomes kept = new KeptOutcomes(10);
        kept.put(key("a"), new byte[6]);
        kept.put(key("b"), new byte[6]);
        kept.put(key("b"), new byte[3]);

        assertThat(kept.get(key("a"))).isNull();
        assertThat(kept.get(key("b"))).hasSize(3);
    }

    private static KeptOutcomes.Key key(String trial) {
        return new KeptOutcomes.Key(Topics.OPIOID_OUTCOMES, new TrialId(trial));
    }

    @Test
    void anOpioidOutcomeIsKeptBesideThePainOutcomeOfItsTrial() {
        SampleTrial trial = SampleTrial.of("T-1");
        board.merge(trial.trial());
        var pain = SampleOutcome.responder(trial).outcome();
        var opioids = SampleOpioids.rotation(trial).outcome();
        byte[] value = OpioidOutcomeCodec.stored(opioids);
        board.put(pain, ResponderOutcomeCodec.stored(pain), 1);

        assertThat(board.keep(Topics.OPIOID_OUTCOMES, new TrialId("T-1"), value, 7))
                .isTrue();
        assertThat(board.keep(Topics.OPIOID_OUTCOMES, new TrialId("T-1"), value, 6))
                .as("landed behind a newer one")
                .isFalse();
        assertThat(board.publishedOpioids(new TrialId("T-1"))).isEqualTo(OpioidOutcomeReader.parse(value));
        assertThat(board.published(new TrialId("T-1"))).isNotNull();
        board.forget(Topics.OPIOID_OUTCOMES, new TrialId("T-1"));
        assertThat(board.publishedOpioids(new TrialId("T-1"))).isNull();
        assertThat(board.published(new TrialId("T-1"))).isNotNull();
    }

    @Test
    void theDeterminationUnderThePolicyNamedLastIsKept() {
        var first = SampleCoverage.incomplete("T-1");
        var other = SampleCoverage.doesNotApply("T-1");
        TrialId trial = new TrialId("T-1");

        assertThat(keep(other, 9)).isTrue();
        assertThat(keep(first, 8)).as("under a policy that was named before").isFalse();
        assertThat(board.publishedCoverage(trial)).isEqualTo(other);
        board.forget(Topics.COVERAGE_DETERMINATIONS, trial);
        assertThat(board.publishedCoverage(trial)).isNull();
    }

    @Test
    void aDeterminationIsWithdrawnUnlessALaterOneIsThere() {
        var determination = SampleCoverage.incomplete("T-1");
        TrialId trial = new TrialId("T-1");
        keep(determination, 6);

        assertThat(board.withdraw(Topics.COVERAGE_DETERMINATIONS, trial, 5)).isFalse();
        assertThat(board.publishedCoverage(trial)).isEqualTo(determination);
        assertThat(board.withdraw(Topics.COVERAGE_DETERMINATIONS, trial, 7)).isTrue();
        assertThat(board.publishedCoverage(trial)).isNull();
        assertThat(keep(determination, 4))
                .as("read late, from another partition")
                .isFalse();
    }

    private boolean keep(CoverageDetermination determination, long sequence) {
        return board.keep(
                Topics.COVERAGE_DETERMINATIONS,
                determination.trialId(),
                CoverageDeterminationCodec.stored(determination),
                sequence);
    }

    @Test
    void silenceOfKafkaMakesItStale() {
        assertThat(board.freshness().stale()).isTrue();
        board.heard(true, Instant.now());
        assertThat(board.freshness().stale()).isFalse();
        board.heard(false, Instant.now().minusSeconds(60));
        assertThat(board.freshness().stale()).isTrue();
        assertThat(board.freshness().readToEnd()).isTrue();
    }
}

package io.dorsal.registry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement;
import io.dorsal.registry.core.ReportAnswer.Result;
import io.dorsal.registry.core.Submission.Stated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportBatchTest {
    @Test
    void newRevisionsAreAcceptedWhateverTheirOrder() {
        ReportBatch batch = ReportBatch.decide(List.of(said("p", 3, "a"), said("p", 1, "b")), Map.of());

        assertThat(results(batch)).containsExactly(Result.ACCEPTED, Result.ACCEPTED);
        assertThat(batch.accepted()).hasSize(2);
    }

    @Test
    void theSameContentIsADuplicateAndAnotherAConflict() {
        Stated kept = said("p", 1, "a");
        ReportBatch batch =
                ReportBatch.decide(List.of(said("p", 1, "b"), said("p", 1, "a")), Map.of(kept.key(), kept.content()));

        assertThat(results(batch)).containsExactly(Result.REJECTED, Result.DUPLICATE);
        assertThat(batch.answers().getFirst().why().reason()).isEqualTo(Reason.REVISION_CONFLICT);
        assertThat(batch.accepted()).isEmpty();
    }

    @Test
    void ofTwoContentsInOneBatchTheFirstCounts() {
        ReportBatch batch =
                ReportBatch.decide(List.of(said("p", 1, "a"), said("p", 1, "b"), said("p", 1, "a")), Map.of());

        assertThat(results(batch)).containsExactly(Result.ACCEPTED, Result.REJECTED, Result.DUPLICATE);
        assertThat(batch.accepted()).containsExactly(said("p", 1, "a"));
    }

    @Test
    void anUnreadableItemIsAnsweredInItsPlace() {
        Malformed why = new Malformed(Reason.MISSING_FIELD, "kind", "text");
        ReportBatch batch =
                ReportBatch.decide(List.of(said("p", 1, "a"), new Submission.Unreadable("q", 2L, why)), Map.of());

        assertThat(batch.answers().getLast()).isEqualTo(new ReportAnswer("q", 2L, Result.REJECTED, why));
    }

    @Test
    void aBatchHasTheSameEffectAsItsItemsOneByOne() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Submission> items = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                items.add(said("p" + random.nextInt(2), 1 + random.nextInt(2), "c" + random.nextInt(2)));
            }
            Map<RevisionKey, String> known = new HashMap<>();
            List<ReportAnswer> single = new ArrayList<>();
            for (Submission item : items) {
                ReportBatch one = ReportBatch.decide(List.of(item), known);
                one.accepted().forEach(stated -> known.put(stated.key(), stated.content()));
                single.addAll(one.answers());
            }

            assertThat(ReportBatch.decide(items, Map.of()).answers().stream()
                            .map(ReportAnswer::result)
                            .toList())
                    .as("seed %d", seed)
                    .isEqualTo(single.stream().map(ReportAnswer::result).toList());
        }
    }

    private static List<Result> results(ReportBatch batch) {
        return batch.answers().stream().map(ReportAnswer::result).toList();
    }

    private static Stated said(String report, long revision, String reason) {
        return Stated.of(new PatientReport(
                new TrialId("T-1"),
                new ReportId(report),
                revision,
                new Statement.Retraction(ReportKind.PAIN, reason),
                Instant.EPOCH,
                null));
    }
}

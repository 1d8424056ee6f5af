package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All three results of one policy, and what changes them late, from the registry's HTTP to the packaged stack's API. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CoverageExamplesIT {
    private static final Duration CATCHING_UP_MAX = Duration.ofSeconds(90);

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final Api api = new Api(SHARED.running().frontDoor());

    @Test
    void aTrialWithHalfThePainAndAllPapersIsSupported() {
        CoverageTrial trial = new CoverageTrial(api, "cov-1").written(true).diary(8, 4);
        JsonNode determination = await(trial, "SUPPORTED");
        assertThat(determination.path("outcomes").asText()).isEqualTo("AS_OF");
        assertThat(determination.path("missing")).isEmpty();
        JsonNode all = api.get("/api/coverage/cov-1?policy=all");
        assertThat(all).extracting(each -> each.path("policy").asText()).contains("cms-ncd-160.7", "aetna-cpb-0194");
        assertThat(api.status("/api/coverage/cov-1?policy=nobody")).isEqualTo(400);
    }

    @Test
    void aTrialWithALittleLessIsSupportedOnlyByItsAnalgesics() {
        CoverageTrial trial = new CoverageTrial(api, "cov-2").written(true).diary(8, 5);
        JsonNode determination = await(trial, "INCOMPLETE");
        assertThat(determination.path("missing"))
                .extracting(each -> each.path("what").asText())
                .contains("analgesicReduction");
        api.post("/api/trials/cov-2/reports", """
                [{"report":"a-1","revision":1,"kind":"ANALGESIC_REDUCTION","at":"2025-03-22T14:00:00Z","percent":20,"attestedBy":"NP-7"}]""");
        await(trial, "NOT_SUPPORTED");
        awaitAgreement(trial);
    }

    @Test
    void aLateDocumentAndALateCorrectionChangeTheResultAndTheThreeOutcomesAgree() {
        CoverageTrial trial = new CoverageTrial(api, "cov-3").written(false).diary(8, 4);
        JsonNode incomplete = await(trial, "INCOMPLETE");
        assertThat(incomplete.path("missing"))
                .extracting(each -> each.path("what").asText())
                .containsExactly("PHYSICAL_EXAMINATION");
        assertThat(incomplete.at("/missing/0/withIt").asText()).isEqualTo("SUPPORTED");
        assertThat(api.get("/api/worklist?clinic=coverage-examples&limit=500").path("items"))
                .extracting(each -> each.path("trialId").asText())
                .contains("cov-3");
        String before = awaitAgreement(trial);

        trial.written(true);
        await(trial, "SUPPORTED");
        String documented = awaitAgreement(trial);

        trial.entry(5, 2, 8).entry(4, 2, 8);
        await(trial, "INCOMPLETE");
        assertThat(List.of(before, documented, awaitAgreement(trial))).doesNotHaveDuplicates();
    }

    /** Waits until responders, opioids and coverage have seen the same statements, and names these. */
    private static String awaitAgreement(CoverageTrial trial) {
        return Awaitility.await()
                .atMost(CATCHING_UP_MAX)
                .until(
                        trial::statedDigests,
                        digests -> new HashSet<>(digests).size() == 1
                                && !digests.getFirst().isEmpty())
                .getFirst();
    }

    private static JsonNode await(CoverageTrial trial, String result) {
        return Awaitility.await()
                .atMost(CATCHING_UP_MAX)
                .until(
                        () -> trial.isKnown() ? trial.determination() : null,
                        determination -> determination != null
                                && determination.path("result").asText().equals(result));
    }
}

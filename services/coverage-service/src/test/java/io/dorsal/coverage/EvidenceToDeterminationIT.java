package io.dorsal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.embedded.RealBackends;
import io.dorsal.model.Topics;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Statements and outcomes through a real Kafka into a real PostgreSQL, and the determinations that come out. */
@QuarkusTest
@QuarkusTestResource(FrontDoorStub.class)
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "coverage")})
class EvidenceToDeterminationIT {
    @Inject
    Logs logs;

    @Test
    void aLateDocumentAndALateCorrectionAreJudgedAndPublishedAgain() {
        logs.publish(List.of(
                Samples.outcome("T-late", "125/2", 7),
                Samples.pain("T-late", 1, 3),
                Samples.trialUnexamined("T-late", 1)));
        CoverageDetermination incomplete = published("T-late");
        assertThat(incomplete.result()).isEqualTo(CoverageResult.INCOMPLETE);

        logs.publish(List.of(Samples.trial("T-late", 2)));
        CoverageDetermination supported = published("T-late");
        assertThat(supported.result()).isEqualTo(CoverageResult.SUPPORTED);

        logs.publish(List.of(
                Samples.pain("T-late", 2, 7), Samples.fewerAnalgesics("T-late"), Samples.outcome("T-late", "20/1", 8)));
        CoverageDetermination corrected = published("T-late");
        assertThat(corrected.result()).isEqualTo(CoverageResult.NOT_SUPPORTED);
        assertThat(List.of(incomplete, supported, corrected))
                .extracting(CoverageDetermination::statedDigest)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void anOutcomeThatWasCommittedEarlierChangesNothing() {
        logs.publish(Samples.supported("T-overtaken"));
        logs.publish(List.of(Samples.outcome("T-overtaken", "20/1", 6)));

        assertThat(published("T-overtaken").result()).isEqualTo(CoverageResult.SUPPORTED);
    }

    @Test
    void aTrialThatNamesNoPolicyPublishesNothing() {
        logs.publish(List.of(withPolicy("T-none", 1, "")));

        assertThat(logs.latest(Topics.COVERAGE_DETERMINATIONS)).doesNotContainKey("T-none/mac-scs-ngs");
    }

    @Test
    void aTrialThatChangesOrDropsItsPolicyWithdrawsWhatItSaidUnderTheFormerOne() {
        logs.publish(Samples.supported("T-moves"));
        logs.publish(List.of(withPolicy("T-moves", 2, "\"policy\":\"cms-ncd-160.7\",")));
        assertThat(logs.latest(Topics.COVERAGE_DETERMINATIONS))
                .containsEntry("T-moves/mac-scs-ngs", null)
                .hasEntrySatisfying(
                        "T-moves/cms-ncd-160.7", value -> assertThat(value).isNotNull());

        logs.publish(List.of(withPolicy("T-moves", 3, "")));
        assertThat(logs.latest(Topics.COVERAGE_DETERMINATIONS)).containsEntry("T-moves/cms-ncd-160.7", null);

        logs.publish(List.of(withPolicy("T-moves", 4, "\"policy\":\"mac-scs-ngs\",")));
        assertThat(published("T-moves").result()).isEqualTo(CoverageResult.SUPPORTED);
    }

    private static ProducerRecord<String, byte[]> withPolicy(String trial, int version, String member) {
        String json = new String(Samples.trial(trial, version).value(), StandardCharsets.UTF_8);
        return Samples.record(Topics.TRIALS, trial, json.replace("\"policy\":\"mac-scs-ngs\",", member));
    }

    @Test
    void orderRepetitionAndReplayLeaveNoTrace() throws Exception {
        logs.publish(Samples.supported("T-first"));
        List<ProducerRecord<String, byte[]>> again = new ArrayList<>(Samples.supported("T-other"));
        again.addAll(Samples.supported("T-other"));
        again.add(Samples.outcome("T-other", "20/1", 3));
        Collections.shuffle(again, new Random(7));
        logs.publish(again);
        Map<String, String> before = logs.determinations();
        assertThat(withoutNames(before, "T-other")).isEqualTo(withoutNames(before, "T-first"));

        logs.replay();

        assertThat(logs.determinations()).isEqualTo(before);
    }

    @Test
    void aPoisonRecordIsSetAsideAndItsNeighboursGoOn() {
        List<ProducerRecord<String, byte[]>> facts = Samples.supported("T-poison");
        facts.add(1, Samples.record(Topics.RESPONDER_OUTCOMES, "T-poison", "{\"trialId\":"));
        logs.publish(facts);

        assertThat(published("T-poison").result()).isEqualTo(CoverageResult.SUPPORTED);
        assertThat(logs.latest(Topics.QUARANTINE)).containsEntry("T-poison", "{\"trialId\":");
    }

    private CoverageDetermination published(String trial) {
        String value = logs.latest(Topics.COVERAGE_DETERMINATIONS).get(trial + "/mac-scs-ngs");
        return CoverageDeterminationReader.parse(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutNames(Map<String, String> determinations, String trial) {
        return determinations.get(trial).replace(trial, "T").replaceAll("\"statedDigest\":\"[0-9a-f]+\"", "");
    }
}

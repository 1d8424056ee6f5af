package io.dorsal.opioid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dorsal.embedded.RealBackends;
import io.dorsal.model.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Statements through a real Kafka into a real PostgreSQL, and the outcomes that come out. */
@QuarkusTest
@QuarkusTestResource(
        value = RealBackends.class,
        initArgs = {@ResourceArg(name = "kafka", value = "true"), @ResourceArg(name = "database", value = "opioid")})
class StatementsToOutcomeIT {
    @Inject
    Logs logs;

    @Test
    void aLateCorrectionChangesTheOutcomeAndItIsPublishedAgain() throws Exception {
        logs.publish(Samples.methadone("T-late"));
        String before = logs.outcomes().get("T-late");
        assertThat(logs.latest(Topics.OPIOID_OUTCOMES)).containsEntry("T-late", before);
        assertThat(before).contains("\"exact\":\"94/1\"");

        logs.publish(List.of(Samples.intake("T-late", 2, Samples.PLACED_ON.plusDays(5), 1)));

        String after = logs.outcomes().get("T-late");
        assertThat(after).contains("\"exact\":\"423/5\"").doesNotContain("\"exact\":\"94/1\"");
        assertThat(logs.latest(Topics.OPIOID_OUTCOMES)).containsEntry("T-late", after);
    }

    @Test
    void orderAndRepetitionLeaveNoTrace() throws Exception {
        logs.publish(Samples.methadone("T-first"));
        List<ProducerRecord<String, byte[]>> again = new ArrayList<>(Samples.methadone("T-other"));
        again.addAll(Samples.methadone("T-other"));
        Collections.shuffle(again, new Random(7));
        logs.publish(again);

        assertThat(withoutNames("T-other")).isEqualTo(withoutNames("T-first"));
    }

    @Test
    void aReplayFromTheFirstOffsetGivesTheSameBytes() throws Exception {
        logs.publish(Samples.methadone("T-replay"));
        Map<String, String> before = logs.outcomes();
        assertThat(before).containsKey("T-replay");

        logs.replay();

        assertThat(logs.outcomes()).isEqualTo(before);
    }

    @Test
    void aPoisonRecordIsSetAsideAndItsNeighboursGoOn() {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>(Samples.methadone("T-poison"));
        facts.add(3, Samples.record(Topics.PATIENT_REPORTS, "T-poison", "{\"trial\":"));
        logs.publish(facts);

        given().get("/api/opioids/T-poison").then().body("trial.exact", equalTo("94/1"));
        assertThat(logs.latest(Topics.QUARANTINE)).containsEntry("T-poison", "{\"trial\":");
    }

    private String withoutNames(String trial) throws Exception {
        return logs.outcomes().get(trial).replace(trial, "T").replaceAll("\"(fact|stated)Digest\":\"[0-9a-f]+\"", "");
    }
}

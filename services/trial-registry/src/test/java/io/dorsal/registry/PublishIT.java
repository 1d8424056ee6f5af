package io.dorsal.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.dorsal.model.Topics;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What is written over HTTP stands in Kafka, once, in order, as the other services read it. */
@QuarkusTest
@Backends
class PublishIT {
    private final String id = Samples.id("T");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void versionsOfATrialArriveInOrder() {
        put("", 1);
        put("\"1\"", 2);
        put("\"2\"", 3);
        put("\"3\"", 3);

        List<ConsumerRecord<String, byte[]>> records = TopicReader.read(bootstrapServers, Topics.TRIALS, id, 3);

        assertThat(records.stream().map(r -> TrialCodec.parseStored(r.value())).map(Trial::version))
                .containsExactly(1L, 2L, 3L);
        assertThat(header(records.getLast(), "ce_id")).isEqualTo(id + "/3");
        assertThat(header(records.getLast(), "ce_type")).isEqualTo("io.dorsal.trial.v1");
        assertThat(header(records.getLast(), "ce_subject")).isEqualTo(id);
    }

    @Test
    void reportsArriveInTheOrderOfTheBatch() {
        given().contentType(ContentType.JSON)
                .body("[%s,{},%s,%s]"
                        .formatted(Samples.pain("p-1", 2, 3), Samples.pain("p-1", 1, 8), Samples.pain("p-1", 2, 3)))
                .post("/api/trials/{id}/reports", id)
                .then()
                .statusCode(200);

        List<ConsumerRecord<String, byte[]>> records =
                TopicReader.read(bootstrapServers, Topics.PATIENT_REPORTS, id, 2);

        assertThat(records.stream().map(r -> ReportCodec.parseStored(r.value())).map(PatientReport::revision))
                .containsExactly(2L, 1L);
        assertThat(header(records.getFirst(), "ce_id")).isEqualTo(id + "/p-1/2");
    }

    @Test
    void decisionsArriveOnceAndInOrder() {
        put("", 1);
        post("decision", Samples.clinicianDecision("c-1", "IMPLANT"));
        post("payer-decisions", Samples.denial("p-1"));
        post("decision", Samples.clinicianDecision("c-1", "IMPLANT"));
        post("decision", Samples.clinicianDecision("c-2", "EXTEND"));

        List<ConsumerRecord<String, byte[]>> records = TopicReader.read(bootstrapServers, Topics.DECISIONS, id, 3);

        assertThat(records.stream()
                        .map(r -> DecisionCodec.parseStored(r.value()))
                        .map(d -> d.id().value()))
                .containsExactly("c-1", "p-1", "c-2");
        assertThat(header(records.getFirst(), "ce_id")).isEqualTo(id + "/c-1");
        assertThat(header(records.get(1), "ce_type")).isEqualTo("io.dorsal.payer-decision.v1");
    }

    @Test
    void theOutboxIsMeasuredAndWell() {
        versionsOfATrialArriveInOrder();

        given().get("/q/metrics")
                .then()
                .body(containsString("dorsal_registry_outbox_backlog"))
                .body(containsString("dorsal_registry_outbox_latency_seconds_bucket"))
                .body(containsString("dorsal_registry_outbox_failures_total"));
        given().get("/q/health/well").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private void post(String what, String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/trials/{id}/{what}", id, what)
                .then()
                .statusCode(200);
    }

    private void put(String seen, int content) {
        var request = given().contentType(ContentType.JSON).body(Samples.trial("S-" + content));
        if (!seen.isEmpty()) {
            request.header("If-Match", seen);
        }
        assertThat(request.put("/api/trials/" + id).statusCode()).isIn(200, 201);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

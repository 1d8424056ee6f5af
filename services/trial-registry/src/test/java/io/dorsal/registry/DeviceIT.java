package io.dorsal.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.dorsal.model.Topics;
import io.dorsal.model.device.Registration;
import io.dorsal.model.wire.RegistrationCodec;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backends
class DeviceIT {
    private final String id = Samples.id("ETS");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void theSecretIsToldOnce() {
        given().put("/api/devices/" + id)
                .then()
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("device", equalTo(id))
                .body("secret.length()", is(43));
        given().put("/api/devices/" + id).then().statusCode(200).body("secret", nullValue());
        given().get("/api/devices/" + id)
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("registeredAt", notNullValue())
                .body("secret", nullValue());
    }

    @Test
    void kafkaIsToldHowToCheckTheNewestSecretAndNeverTheSecret() {
        String first = given().put("/api/devices/" + id).then().extract().path("secret");
        String second = given().post("/api/devices/{id}/secret", id)
                .then()
                .statusCode(200)
                .extract()
                .path("secret");

        List<ConsumerRecord<String, byte[]>> records = TopicReader.read(bootstrapServers, Topics.DEVICES, id, 2);

        Registration newest = RegistrationCodec.parseStored(records.getLast().value());
        assertThat(newest.version()).isEqualTo(2);
        assertThat(newest.accepts(second)).isTrue();
        assertThat(newest.accepts(first)).isFalse();
        assertThat(new String(records.getFirst().value())).doesNotContain(first);
    }

    @Test
    void anUnknownDeviceIsNotFound() {
        given().get("/api/devices/" + id).then().statusCode(404).body("reason", equalTo("unknown-device"));
        given().post("/api/devices/{id}/secret", id).then().statusCode(404);
    }

    @Test
    void devicesComeInPages() {
        given().put("/api/devices/" + id).then().statusCode(201);
        given().put("/api/devices/" + id + "b").then().statusCode(201);

        given().queryParams(Map.of("limit", 1))
                .get("/api/devices")
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
    }
}

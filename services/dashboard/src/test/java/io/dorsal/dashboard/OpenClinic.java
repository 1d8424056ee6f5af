package io.dorsal.dashboard;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.dorsal.dashboard.core.Board;
import io.dorsal.embedded.RealBackends;
import io.dorsal.model.TrialId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A dashboard between topics that a test writes to and a front door that answers what it was told, both empty at the
 * begin of each test.
 */
@QuarkusTestResource(value = RealBackends.class, initArgs = @ResourceArg(name = "kafka", value = "true"))
@QuarkusTestResource(StubFrontDoor.class)
abstract class OpenClinic {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Board board;

    SampleClinic clinic;

    @BeforeEach
    void open() {
        StubFrontDoor.reset();
        clinic = new SampleClinic(bootstrapServers);
    }

    @AfterEach
    void removeWhatTheTestMade() {
        board.trials().forEach(listed -> clinic.remove(listed.trial().trial()));
        until(() -> board.trials().isEmpty());
        clinic.close();
    }

    /** Until it is on the board. */
    void publish(SampleOutcome sample) {
        clinic.publish(sample);
        TrialId trial = new TrialId(sample.of().id());
        until(() -> board.find(trial) != null && board.published(trial) != null);
    }

    static void until(BooleanSupplier holds) {
        await().atMost(PATIENCE).until(holds::getAsBoolean);
    }

    /** What a browser is told, whatever that is; the address is taken as it stands. */
    static ValidatableResponse answer(String address) {
        return given().urlEncodingEnabled(false)
                .accept("text/html")
                .redirects()
                .follow(false)
                .when()
                .get(address)
                .then();
    }

    static ValidatableResponse page(String address) {
        return answer(address).statusCode(200);
    }
}

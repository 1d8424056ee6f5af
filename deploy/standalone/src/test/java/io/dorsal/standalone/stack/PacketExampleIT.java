package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A packet of the packaged stack: tests in a module's own folder say nothing of fonts and colour profiles in a jar. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PacketExampleIT {
    private static final Duration CATCHING_UP_MAX = Duration.ofSeconds(90);

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final Api api = new Api(SHARED.running().frontDoor());

    @Test
    void aPacketIsIssuedAndVerifiedOverTheFrontDoor() {
        CoverageTrial trial = new CoverageTrial(api, "pkt-1").written(true).diary(8, 4);
        Awaitility.await()
                .atMost(CATCHING_UP_MAX)
                .until(() ->
                        trial.isKnown() && Set.copyOf(trial.statedDigests()).size() == 1);

        JsonNode issued = api.post("/api/coverage/pkt-1/packets", "{}");
        JsonNode proof = api.get(
                "/api/packets/%s/verification".formatted(issued.path("packet").asText()));
        assertThat(proof.path("verdict").asText()).as("%s", proof).isEqualTo("VERIFIED");
        assertThat(api.get("/api/coverage/pkt-1/packet/changes").path("same").asBoolean())
                .isTrue();
        assertThat(api.status("/trials/pkt-1/packets/1/verification")).isEqualTo(200);
    }
}

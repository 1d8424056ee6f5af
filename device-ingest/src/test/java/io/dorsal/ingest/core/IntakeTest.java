package io.dorsal.ingest.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dorsal.ingest.core.IngestDecision.Accept;
import io.dorsal.ingest.core.IngestDecision.Quarantine;
import io.dorsal.ingest.core.IngestDecision.Refuse;
import io.dorsal.model.DeviceId;
import io.dorsal.model.Reason;
import io.dorsal.model.Topics;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.DevicePayload;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final DeviceId DEVICE = new DeviceId("ETS-1");
    private static final Instant NOW = Instant.parse("2026-03-03T10:00:00.123Z");
    private static final String GOOD =
            "{\"type\":\"battery.measured\",\"boot\":1,\"seq\":7,\"at\":\"2026-03-03T04:59:59-05:00\",\"percent\":81,\"x\":[1]}";

    @Test
    void oneEventIsStoredWithItsUnknownFieldsByteForByte() {
        Outgoing stored = accepted(GOOD).records().getFirst();
        assertThat(stored.topic()).isEqualTo(Topics.DEVICE_EVENTS);
        assertThat(stored.device()).isEqualTo(DEVICE);
        assertThat(stored.refusal()).isNull();
        assertThat(new String(stored.value(), UTF_8))
                .isEqualTo("{\"device\":\"ETS-1\",\"receivedAt\":\"2026-03-03T10:00:00.123Z\"," + GOOD.substring(1));
        assertThat(DeviceEventCodec.parseStored(stored.value()).seq()).isEqualTo(7);
        assertThat(stored.cloudEvent().id()).isEqualTo("ETS-1/1/7");
    }

    @Test
    void oneBadEventGoesIntoQuarantineAndItsNeighboursGoThrough() {
        String bad =
                "{\"type\":\"battery.measured\",\"boot\":1,\"seq\":8,\"at\":\"2026-03-03T10:00:00Z\",\"percent\":101}";
        Accept decision = accepted("[" + GOOD + " , " + bad + ",\n" + GOOD.replace(":7", ":9") + "]");
        assertThat(decision.records())
                .extracting(Outgoing::topic)
                .containsExactly(Topics.DEVICE_EVENTS, Topics.QUARANTINE, Topics.DEVICE_EVENTS);
        Outgoing refused = decision.records().get(1);
        assertThat(new String(refused.value(), UTF_8)).isEqualTo(bad);
        assertThat(refused.refusal())
                .extracting(why -> why.reason(), why -> why.field())
                .containsExactly(Reason.OUT_OF_BOUNDS, "percent");
    }

    @Test
    void anEmptyArrayHasNothingToStore() {
        assertThat(accepted(" [ ] ").records()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "{\"type\":", "[1,2", "{} {}", "\u0000\u0001", "[{]}"})
    void whatIsNoJsonGoesIntoQuarantineAsAWhole(String payload) {
        Quarantine decision = (Quarantine) decide(payload);
        assertThat(decision.why().reason()).isEqualTo(Reason.NOT_JSON);
        assertThat(decision.record().topic()).isEqualTo(Topics.QUARANTINE);
        assertThat(new String(decision.record().value(), UTF_8)).isEqualTo(payload);
    }

    @Test
    void elementsThatAreNoEventsAreRefusedOneByOne() {
        assertThat(accepted("[1, \"two\", null, [], {}, {\"type\":\"teleported\",\"boot\":1,\"seq\":1,"
                                + "\"at\":\"2026-03-03T10:00:00Z\"}]")
                        .records())
                .extracting(
                        refused -> refused.refusal().reason(), refused -> new String(refused.value(), UTF_8).length())
                .containsExactly(
                        tuple(Reason.NOT_AN_OBJECT, 1),
                        tuple(Reason.NOT_AN_OBJECT, 5),
                        tuple(Reason.NOT_AN_OBJECT, 4),
                        tuple(Reason.NOT_AN_OBJECT, 2),
                        tuple(Reason.MISSING_FIELD, 2),
                        tuple(Reason.UNKNOWN_TYPE, 66));
    }

    @Test
    void fiveThousandEventsPassAndOneMoreDoesNot() {
        assertThat(accepted(array(DevicePayload.EVENTS_MAX)).records()).hasSize(DevicePayload.EVENTS_MAX);
        Quarantine tooMany = (Quarantine) decide(array(DevicePayload.EVENTS_MAX + 1));
        assertThat(tooMany.why().reason()).isEqualTo(Reason.TOO_MANY_ITEMS);
    }

    @Test
    void moreThanAMebibyteIsRefusedAndNotKept() {
        Refuse refused = (Refuse) decide(" ".repeat(DevicePayload.BYTES_MAX) + "1");
        assertThat(refused.why().reason()).isEqualTo(Reason.PAYLOAD_TOO_LARGE);
    }

    @Test
    void refusedPiecesOfOnePayloadHaveDifferentIds() {
        assertThat(accepted("[1,1,1]").records())
                .extracting(refused -> refused.cloudEvent().id())
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameBytesGiveTheSameDecision() {
        Outgoing first = accepted(GOOD).records().getFirst();
        Outgoing second = accepted(GOOD).records().getFirst();
        assertThat(first.value()).isEqualTo(second.value());
        assertThat(first.cloudEvent()).isEqualTo(second.cloudEvent());
    }

    private static String array(int size) {
        return IntStream.range(0, size).mapToObj(i -> "0").collect(Collectors.joining(",", "[", "]"));
    }

    private static Accept accepted(String payload) {
        return (Accept) decide(payload);
    }

    private static IngestDecision decide(String payload) {
        return Intake.decide(DEVICE, NOW, payload.getBytes(UTF_8));
    }
}

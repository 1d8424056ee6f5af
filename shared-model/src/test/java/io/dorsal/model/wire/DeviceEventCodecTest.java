package io.dorsal.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Resources;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceEventCodecTest {
    private static final DeviceId DEVICE = new DeviceId("ETS-1");
    private static final Instant RECEIVED = Instant.parse("2026-03-03T10:15:02.125Z");

    static List<Path> samples() {
        return Resources.wireSamples("device-event.");
    }

    static List<String> hostile() {
        return Resources.hostileLines("device-events.jsonl");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsRead(Path sample) {
        DeviceEvent event = DeviceEventCodec.parseStored(Resources.bytes(sample));

        assertThat(event.device()).isEqualTo(new DeviceId("ETS-00042"));
        assertThat(event.boot()).isEqualTo(3);
        assertThat(event.receivedAt()).isEqualTo(RECEIVED);
        assertThat(sample.getFileName().toString())
                .startsWith("device-event." + event.what().type().replace('.', '-'));
    }

    @Test
    void everyTypeHasASample() {
        Set<Class<?>> seen = new HashSet<>();
        samples()
                .forEach(sample -> seen.add(DeviceEventCodec.parseStored(Resources.bytes(sample))
                        .what()
                        .getClass()));

        assertThat(seen).containsExactlyInAnyOrder(Happening.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileEventIsRefusedWithItsReason(String line) {
        Matcher parts =
                Pattern.compile("\\{\"expect\":\"([a-z-]+)\",\"event\":(.*)}").matcher(line);
        assertThat(parts.matches()).isTrue();
        byte[] event = parts.group(2).getBytes(UTF_8);

        Malformed refusal = catchThrowableOfType(
                Malformed.class, () -> DeviceEventCodec.parse(DEVICE, RECEIVED, event, 0, event.length));

        assertThat(refusal.reason().word()).isEqualTo(parts.group(1));
        assertThat(refusal.expected()).isNotBlank();
    }

    static List<String> welcome() {
        return Resources.lines("welcome/device-events.jsonl");
    }

    @ParameterizedTest
    @MethodSource("welcome")
    void anEventInsideTheContractIsTakenAndReadBackTheSame(String line) {
        byte[] sent = line.getBytes(UTF_8);

        DeviceEvent event = DeviceEventCodec.parse(DEVICE, RECEIVED, sent, 0, sent.length);

        assertThat(DevicePayload.slices(("[" + line + "]").getBytes(UTF_8)))
                .containsExactly(new DevicePayload.Slice(1, sent.length));
        assertThat(DeviceEventCodec.parseStored(DeviceEventCodec.stored(event, sent, 0, sent.length)))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-03T10:00:00Z+05:00",
                "2026-03-03T10:00:00zgarbage",
                "2026-03-03T10:00:00ZZ",
                "2026-03-03T10:00:00Z/2026-11-24T00:00:00Z",
                "2026-03-03 10:00:00Z",
                "2026-03-03 10:00:00.000Z",
                "2026-03-03 05:00:00-05:00"
            })
    void whatTheDoorOnceTookIsReadAsBeforeAndTakenNoMore(String at) {
        byte[] sent = "{\"type\":\"battery.measured\",\"boot\":0,\"seq\":0,\"at\":\"%s\",\"percent\":1}"
                .formatted(at)
                .getBytes(UTF_8);
        byte[] stored = new String(sent, UTF_8)
                .replace("{", "{\"device\":\"ETS-1\",\"receivedAt\":\"2026-03-03T10:15:02.125Z\",")
                .getBytes(UTF_8);

        Malformed refusal = catchThrowableOfType(
                Malformed.class, () -> DeviceEventCodec.parse(DEVICE, RECEIVED, sent, 0, sent.length));

        assertThat(refusal.reason().word()).isEqualTo("wrong-type");
        assertThat(DeviceEventCodec.parseStored(stored).at()).isEqualTo("2026-03-03T10:00:00Z");
    }

    @Test
    void moreLevelsThanTheContractAllowsAreToldAsThat() {
        byte[] deep = ("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}").getBytes(UTF_8);

        Malformed refusal = catchThrowableOfType(Malformed.class, () -> DevicePayload.slices(deep));

        assertThat(refusal.reason().word()).isEqualTo("out-of-bounds");
        assertThat(refusal.expected()).contains("10000 levels");
    }

    @Test
    void aLongerNameThanTheContractAllowsIsToldAsThat() {
        byte[] named = "{\"%s\":1}".formatted("x".repeat(50_001)).getBytes(UTF_8);

        Malformed refusal = catchThrowableOfType(
                Malformed.class, () -> DeviceEventCodec.parse(DEVICE, RECEIVED, named, 0, named.length));

        assertThat(refusal.reason().word()).isEqualTo("out-of-bounds");
        assertThat(refusal.expected()).contains("names of at most 50000 characters");
    }

    @Test
    void theRefusalNamesThePathButNeverTheValue() {
        byte[] event = """
                {"type":"impedance.measured","boot":0,"seq":0,"at":"2026-03-03T10:00:00Z",
                 "contacts":[{"contact":1,"ohms":5},{"contact":2,"ohms":"patient said so"}]}""".getBytes(UTF_8);

        Malformed refusal = catchThrowableOfType(
                Malformed.class, () -> DeviceEventCodec.parse(DEVICE, RECEIVED, event, 0, event.length));

        assertThat(refusal.field()).isEqualTo("contacts[1].ohms");
        assertThat(refusal).hasMessageNotContaining("patient");
    }

    @Test
    void whatIsStoredKeepsTheDevicesBytesAndReadsBackTheSame() {
        byte[] sent =
                " { \"type\":\"battery.measured\", \"boot\":1,\"seq\":2,\"at\":\"2026-03-03T10:00:00Z\",\"percent\":1.50,\"x\":1.0}"
                        .getBytes(UTF_8);
        DeviceEvent event = DeviceEventCodec.parse(DEVICE, RECEIVED, sent, 0, sent.length);

        byte[] stored = DeviceEventCodec.stored(event, sent, 0, sent.length);

        assertThat(new String(stored, UTF_8))
                .isEqualTo(
                        "{\"device\":\"ETS-1\",\"receivedAt\":\"2026-03-03T10:15:02.125Z\", \"type\":\"battery.measured\","
                                + " \"boot\":1,\"seq\":2,\"at\":\"2026-03-03T10:00:00Z\",\"percent\":1.50,\"x\":1.0}");
        assertThat(DeviceEventCodec.parseStored(stored)).isEqualTo(event);
    }

    static Stream<String> notOnePayload() {
        return Stream.of("", " ", "{", "[1,2", "{}{}", "[] x", "nul", "{\"a\":\u0001}", "[".repeat(100));
    }

    @ParameterizedTest
    @MethodSource("notOnePayload")
    void whatIsNoJsonIsRefusedWhole(String payload) {
        Malformed refusal = catchThrowableOfType(Malformed.class, () -> DevicePayload.slices(payload.getBytes(UTF_8)));

        assertThat(refusal.reason().word()).isEqualTo("not-json");
    }

    @Test
    void utf16IsNotUtf8() {
        byte[] utf16 = "{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);

        Malformed refusal = catchThrowableOfType(Malformed.class, () -> DevicePayload.slices(utf16));

        assertThat(refusal.reason().word()).isEqualTo("not-json");
    }

    @Test
    void anOverlongFormIsNotUtf8() {
        byte[] overlong = "{\"a\":\"??\"}".getBytes(UTF_8);
        overlong[6] = (byte) 0xC0;
        overlong[7] = (byte) 0x80;

        Malformed refusal = catchThrowableOfType(Malformed.class, () -> DevicePayload.slices(overlong));

        assertThat(refusal.reason().word()).isEqualTo("not-json");
    }

    static Stream<String> monsters() {
        return Stream.of(
                "[".repeat(40) + "]".repeat(40),
                "1".repeat(50),
                "1e99999999999",
                "{\"%s\":1}".formatted("x".repeat(60_000)),
                "\"%s\"".formatted("x".repeat(70_000)));
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void oneMonstrousElementDoesNotTakeItsNeighboursWithIt(String monster) {
        byte[] payload = ("[{\"a\":1}," + monster + ",{\"a\":2}]").getBytes(UTF_8);

        assertThat(DevicePayload.slices(payload))
                .extracting(DevicePayload.Slice::length)
                .containsExactly(7, monster.length(), 7);
    }

    @Test
    void anArrayIsCutIntoItsElements() {
        String payload = " [ {\"a\":[1,{\"b\":\"é]\"}]} , 7,\"x\", -1.5e3 ,null,true,[{}],{} ] ";
        byte[] bytes = payload.getBytes(UTF_8);

        List<String> elements = DevicePayload.slices(bytes).stream()
                .map(slice -> new String(bytes, slice.offset(), slice.length(), UTF_8).strip())
                .toList();

        assertThat(elements)
                .containsExactly("{\"a\":[1,{\"b\":\"é]\"}]}", "7", "\"x\"", "-1.5e3", "null", "true", "[{}]", "{}");
    }

    @Test
    void moreEventsThanTheContractAllowsAreRefusedWhole() {
        byte[] most = ("[" + "1,".repeat(4_999) + "1]").getBytes(UTF_8);
        byte[] tooMany = ("[" + "1,".repeat(5_000) + "1]").getBytes(UTF_8);

        assertThat(DevicePayload.slices(most)).hasSize(5_000);
        assertThat(catchThrowableOfType(Malformed.class, () -> DevicePayload.slices(tooMany))
                        .reason()
                        .word())
                .isEqualTo("too-many-items");
    }
}

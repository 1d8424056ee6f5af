package io.dorsal.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dorsal.model.Resources;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.PayerDecision.Result;
import io.dorsal.model.event.Cause;
import io.dorsal.model.event.Waveform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published contract and the code say the same. */
class AsyncApiTest {
    private static final JsonNode CONTRACT = contract();
    /** A schema cannot see what a JSON parser drops, nor compare two fields. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of("duplicate-field", "not-json");

    static List<String> hostile() {
        return Resources.hostileLines("device-events.jsonl");
    }

    @Test
    void everyTopicOfTheCodeIsAChannelAndTheOtherWayRound() {
        List<String> addresses = new ArrayList<>();
        CONTRACT.get("channels")
                .forEach(channel -> addresses.add(channel.get("address").textValue()));
        addresses.remove("dorsal/v1/devices/{deviceId}/events");

        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "device-event.,AcceptedEvent",
        "patient-report.,StoredReport",
        "decision.,StoredDecision",
        "trial.,StoredTrial",
        "registration.,Registration",
        "responder-outcome.,ResponderOutcome",
        "opioid-outcome.,OpioidOutcome",
        "coverage-determination.,CoverageDetermination"
    })
    void everySampleSatisfiesItsSchema(String prefix, String schemaName) {
        Schema schema = schema(schemaName);
        for (Path sample : Resources.wireSamples(prefix)) {
            String json = new String(Resources.bytes(sample), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(schema.validate(json, InputFormat.JSON))
                    .as(sample.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatTheCodeRefusesTheSchemaRefuses(String line) {
        Matcher parts =
                Pattern.compile("\\{\"expect\":\"([a-z-]+)\",\"event\":(.*)}").matcher(line);
        assertThat(parts.matches()).isTrue();
        if (BEYOND_A_SCHEMA.contains(parts.group(1)) || comparesFields(parts.group(2))) {
            return;
        }

        assertThat(schema("SentEvent").validate(parts.group(2), InputFormat.JSON))
                .isNotEmpty();
    }

    static List<String> welcome() {
        // What a monstrous field that nobody knows does to the schema's own reader is not ours to test.
        return Resources.lines("welcome/device-events.jsonl").stream()
                .filter(line -> !line.contains("\"unknown\""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("welcome")
    void whatTheCodeTakesTheSchemaTakes(String line) {
        assertThat(schema("SentEvent").validate(line, InputFormat.JSON)).isEmpty();
    }

    @Test
    void aDecisionThatTheCodeRefusesTheSchemaRefuses() {
        for (String line : Resources.hostileLines("decisions.jsonl")) {
            JsonNode hostile = Json.parse(Json.utf8(line));
            // These two compare fields, which a schema cannot.
            boolean compares = line.contains("2026-03-12T15:59:59Z") || line.contains("\"field\":\"supersedes\"");
            assertThat(compares || isRefused("StoredDecision", hostile.get("decision")))
                    .as(line)
                    .isTrue();
        }
    }

    @Test
    void closedSetsAreTheSame() {
        assertThat(words("Settings", "waveform"))
                .containsExactlyElementsOf(
                        Arrays.stream(Waveform.values()).map(Waveform::word).toList());
        assertThat(words("StimulationChanged", "cause"))
                .containsExactlyElementsOf(
                        Arrays.stream(Cause.values()).map(Cause::word).toList());
        assertThat(words("ClinicianDecision", "choice"))
                .containsExactlyElementsOf(
                        Arrays.stream(Choice.values()).map(Choice::word).toList());
        assertThat(words("PayerDecision", "result"))
                .containsExactlyElementsOf(
                        Arrays.stream(Result.values()).map(Result::word).toList());
    }

    private static boolean isRefused(String schemaName, JsonNode json) {
        return !schema(schemaName).validate(json.toString(), InputFormat.JSON).isEmpty();
    }

    private static boolean comparesFields(String event) {
        return event.contains("usage.recorded") || event.contains("e-999999999");
    }

    private static List<String> words(String schema, String property) {
        List<String> words = new ArrayList<>();
        CONTRACT.at("/components/schemas/%s/properties/%s/enum".formatted(schema, property))
                .forEach(word -> words.add(word.textValue()));
        return words;
    }

    static Schema schema(String name) {
        ObjectNode root = Json.object().put("$ref", "#/components/schemas/" + name);
        root.set("components", CONTRACT.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root.toString(), InputFormat.JSON);
    }

    private static JsonNode contract() {
        try {
            return new YAMLMapper().readTree(Path.of("../docs/asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

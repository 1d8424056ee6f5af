package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Takes a tree apart at one place: missing, null, of another type, empty, doubled, out of order, one level too deep. */
final class Tearing {
    private static final List<String> OTHERS = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"null\"",
            "\"zzz\"",
            "\"2026-02-30\"",
            "\"2026-02-23T24:00:00Z\"",
            "\"2026-02-23T08:00:00+99:00\"",
            "\"0000-00-00\"",
            "\"9999-12-31T23:59:60Z\"",
            "\"1e9\"",
            "\"#\"",
            "\"urn:uuid:\"",
            "\"Patient/\"",
            "\"http://loinc.org\"",
            "\"urn:dorsal:code\"",
            "\"urn:dorsal:trial\"",
            "\"score\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "0",
            "-1",
            "1",
            "4294967296",
            "1e99",
            "0.00000000000000000000000000000000001",
            "true",
            "false",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "[null]",
            "[\"x\"]",
            "{\"value\":1}",
            "{\"resourceType\":\"Patient\"}",
            "{\"resourceType\":\"\"}",
            "[{\"resourceTypezz\":\"Patient\"}]",
            "{\"extension\":[{\"url\":\"x\",\"valueString\":\"x\"}]}");

    /** Names that readers ask for, so that what they mean comes up where they do not expect it. */
    private static final List<String> NAMES = List.of(
            "contained",
            "id",
            "linkId",
            "item",
            "answer",
            "extension",
            "resourceType",
            "identifier",
            "meta",
            "reference",
            "valueQuantity",
            "valueDecimal",
            "dosage",
            "focus",
            "text",
            "repeat",
            "boundsDuration",
            "frequency",
            "_status",
            "status");

    private final Random random;

    Tearing(long seed) {
        this.random = new Random(seed);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Changes the tree itself. */
    void tear(JsonNode tree) {
        List<ContainerNode<?>> places = new ArrayList<>();
        collect(tree, places);
        switch (one(places)) {
            case ObjectNode object -> tear(object);
            case ArrayNode array -> tear(array);
            default -> throw new IllegalStateException("JSON has no other container");
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
            node.forEach(child -> collect(child, places));
        }
    }

    private void tear(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            object.set(one(NAMES), other());
            return;
        }
        String name = one(names);
        JsonNode value = object.get(name);
        switch (below(9)) {
            case 0, 1 -> object.remove(name);
            case 2, 3 -> object.set(name, other());
            case 4 -> object.set(name, Json.object().arrayNode().add(value));
            case 5 -> object.set(name, Json.object().set(name, value));
            case 6 -> object.set(one(NAMES), value.deepCopy());
            case 7 -> {
                object.remove(name);
                object.set("_" + name, other());
            }
            default -> object.set(one(NAMES), other());
        }
    }

    private void tear(ArrayNode array) {
        if (array.isEmpty()) {
            array.add(other());
            return;
        }
        int index = below(array.size());
        switch (below(6)) {
            case 0 -> array.remove(index);
            case 1 -> array.set(index, other());
            case 2 -> array.add(array.get(index).deepCopy());
            case 3 -> array.set(index, Json.object().arrayNode().add(array.get(index)));
            case 4 -> array.removeAll();
            default -> {
                List<JsonNode> shuffled = new ArrayList<>();
                array.forEach(shuffled::add);
                Collections.shuffle(shuffled, random);
                array.removeAll().addAll(shuffled);
            }
        }
    }

    private JsonNode other() {
        return Json.parse(one(OTHERS).getBytes(StandardCharsets.UTF_8));
    }
}

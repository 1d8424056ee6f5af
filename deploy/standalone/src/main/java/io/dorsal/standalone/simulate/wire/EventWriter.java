package io.dorsal.standalone.simulate.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.wire.HappeningWriter;
import io.dorsal.model.wire.Json;
import io.dorsal.standalone.simulate.core.LoggedEvent;
import java.util.List;

/** Device events as a stimulator writes them. */
public final class EventWriter {
    private EventWriter() {}

    /** One event alone as an object, several as an array. */
    public static byte[] payload(List<LoggedEvent> events) {
        if (events.size() == 1) {
            return Json.bytes(event(events.getFirst()));
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode(events.size());
        events.forEach(event -> array.add(event(event)));
        return Json.bytes(array);
    }

    private static ObjectNode event(LoggedEvent event) {
        ObjectNode node = Json.object()
                .put("boot", event.boot())
                .put("seq", event.seq())
                .put("at", event.at().toString());
        return HappeningWriter.write(event.what(), node);
    }
}

package io.dorsal.standalone.simulate.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.standalone.simulate.core.Tally;
import io.dorsal.standalone.simulate.http.FrontDoor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The loss ledgers that the platform keeps, as it shows them to everybody. */
public final class Ledgers {
    private final FrontDoor door;

    public Ledgers(FrontDoor door) {
        this.door = door;
    }

    /** One ledger line; {@code missing} as the API writes it. */
    public record Line(long highest, long received, List<String> missing) {}

    /** The trial's ledger by device boot; empty while the platform does not know the trial. */
    public Map<Tally.Boot, Line> of(TrialId trial) {
        Answer answer = door.get("/api/responders/" + trial);
        Map<Tally.Boot, Line> lines = new TreeMap<>();
        if (answer.isGood()) {
            for (JsonNode entry : answer.json().path("ledger")) {
                lines.put(boot(entry), line(entry));
            }
        }
        return lines;
    }

    private static Tally.Boot boot(JsonNode entry) {
        return new Tally.Boot(
                new DeviceId(entry.path("device").asText()), entry.path("boot").asLong());
    }

    private static Line line(JsonNode entry) {
        List<String> missing = new ArrayList<>();
        entry.path("missing").forEach(range -> missing.add(range.asText()));
        return new Line(entry.path("highest").asLong(), entry.path("received").asLong(), missing);
    }
}

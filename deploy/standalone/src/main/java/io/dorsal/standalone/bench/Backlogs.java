package io.dorsal.standalone.bench;

import io.dorsal.standalone.simulate.http.FrontDoor;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many records each service has still to read or to publish, by its own metrics, which are a few seconds old.
 *
 * @param waiting by service
 */
record Backlogs(Map<String, Long> waiting) {
    private static final Set<String> TELLING =
            Set.of("coverage-service", "opioid-service", "responder-service", "trial-registry");
    private static final String PATH = "/q/metrics";
    private static final Pattern GAUGE = Pattern.compile(
            "^dorsal_[a-z]+_(?:lag|outbox_backlog)\\{service=\"([a-z-]+)\"} ([0-9.E]+)$", Pattern.MULTILINE);

    static Backlogs of(FrontDoor door) {
        Map<String, Long> waiting = new TreeMap<>();
        Matcher gauge = GAUGE.matcher(door.get(PATH).orRefuse(PATH).body());
        while (gauge.find()) {
            waiting.merge(gauge.group(1), (long) Double.parseDouble(gauge.group(2)), Long::sum);
        }
        return new Backlogs(waiting);
    }

    /** False also while a service tells nothing: it may be starting again. */
    boolean isEmpty() {
        return waiting.keySet().containsAll(TELLING)
                && waiting.values().stream().allMatch(records -> records == 0);
    }

    @Override
    public String toString() {
        return waiting.entrySet().stream()
                .map(each -> "%s %,d".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }
}

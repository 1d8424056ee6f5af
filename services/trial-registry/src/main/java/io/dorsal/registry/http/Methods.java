package io.dorsal.registry.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which methods an address takes, for the {@code Allow} header that a 405 must have and the framework leaves out. */
final class Methods {
    private static final Map<String, List<String>> BY_PATH = new LinkedHashMap<>();

    static {
        BY_PATH.put("/api/trials", List.of("GET"));
        BY_PATH.put("/api/trials/{trial}", List.of("GET", "PUT"));
        BY_PATH.put("/api/trials/{trial}/history", List.of("GET"));
        BY_PATH.put("/api/trials/{trial}/decision", List.of("POST"));
        BY_PATH.put("/api/trials/{trial}/payer-decisions", List.of("POST"));
        BY_PATH.put("/api/trials/{trial}/decisions", List.of("GET"));
        BY_PATH.put("/api/trials/{trial}/reports", List.of("GET", "POST"));
        BY_PATH.put("/api/trials/{trial}/reports/{report}", List.of("GET"));
        BY_PATH.put("/api/devices", List.of("GET"));
        BY_PATH.put("/api/devices/{device}", List.of("GET", "PUT"));
        BY_PATH.put("/api/devices/{device}/secret", List.of("POST"));
    }

    private Methods() {}

    /** As the header spells them; empty for an address that is not ours. */
    static String of(String path) {
        return BY_PATH.entrySet().stream()
                .filter(entry -> pattern(entry.getKey()).matcher(path).matches())
                .findFirst()
                .map(entry -> String.join(", ", entry.getValue()))
                .orElse("");
    }

    static Map<String, List<String>> byPath() {
        return Map.copyOf(BY_PATH);
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[a-z]+}", "[^/]+") + "/?");
    }
}

package io.dorsal.dashboard.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in the query of an address. */
final class Parameter {
    private static final int LENGTH_MAX = 64;

    private Parameter() {}

    /** What somebody typed, no longer than any id. */
    static String bounded(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(LENGTH_MAX, stripped.length()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

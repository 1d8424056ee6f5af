package io.dorsal.model;

import java.util.regex.Pattern;

/** The one rule for ids that travel in topics, paths and keys: 1 to 64 of letters, digits, dot, dash, underscore. */
final class Identifier {
    private static final Pattern RULE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Identifier() {}

    static String checked(String kind, String value) {
        if (!RULE.matcher(value).matches()) {
            throw new Malformed(
                    Reason.BAD_IDENTIFIER,
                    kind,
                    "1 to 64 of letters, digits, '.', '-', '_', starting with a letter or digit");
        }
        return value;
    }
}

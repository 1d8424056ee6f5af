package io.dorsal.registry.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters {@code limit} and {@code cursor}. A cursor names the last item seen, so a page never shifts. */
final class Paging {
    static final int LIMIT_DEFAULT = 100;
    static final int LIMIT_MAX = 500;
    private static final String CURSOR_FORM = "v1:";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private Paging() {}

    static int limit(@Nullable String limit) {
        if (limit == null) {
            return LIMIT_DEFAULT;
        }
        int value = WHOLE.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (value < 1 || value > LIMIT_MAX) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "limit", "a whole number from 1 to " + LIMIT_MAX);
        }
        return value;
    }

    static String cursor(Object last) {
        byte[] form = (CURSOR_FORM + last).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(form);
    }

    /** The last item seen, null at the beginning. */
    static <T> @Nullable T after(@Nullable String cursor, Function<String, T> type) {
        if (cursor == null) {
            return null;
        }
        try {
            String form = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (form.startsWith(CURSOR_FORM)) {
                return type.apply(form.substring(CURSOR_FORM.length()));
            }
        } catch (Malformed | IllegalArgumentException e) {
            // Told below: whoever made up a cursor needs to know only where a real one comes from.
        }
        throw new Malformed(Reason.OUT_OF_BOUNDS, "cursor", "the 'next' of the page before, or none");
    }
}

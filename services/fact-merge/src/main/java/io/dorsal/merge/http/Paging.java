package io.dorsal.merge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters {@code limit} and {@code cursor}. A cursor names the last trial seen, so a page never shifts. */
public final class Paging {
    private static final int LIMIT_DEFAULT = 100;
    private static final int LIMIT_MAX = 500;
    private static final String CURSOR_FORM = "v1:";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private Paging() {}

    public static int limit(@Nullable String limit) {
        if (limit == null) {
            return LIMIT_DEFAULT;
        }
        int value = WHOLE.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
        if (value < 1 || value > LIMIT_MAX) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "limit", "a whole number from 1 to " + LIMIT_MAX);
        }
        return value;
    }

    private static String cursor(String trial) {
        byte[] form = (CURSOR_FORM + trial).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(form);
    }

    public static @Nullable TrialId after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String form = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (form.startsWith(CURSOR_FORM)) {
                return new TrialId(form.substring(CURSOR_FORM.length()));
            }
        } catch (Malformed | IllegalArgumentException e) {
            // Told below: whoever made up a cursor needs to know only where a real one comes from.
        }
        throw new Malformed(Reason.OUT_OF_BOUNDS, "cursor", "the 'next' of the page before, or none");
    }

    /**
     * One page.
     *
     * @param found JSON documents with a {@code trialId}, one more than fit when there is another page
     */
    public static byte[] page(List<byte[]> found, int sizeMax) {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        found.stream().limit(sizeMax).map(Json::parse).forEach(items::add);
        boolean more = found.size() > sizeMax;
        page.put("next", more ? cursor(items.get(sizeMax - 1).path("trialId").textValue()) : null);
        return Json.bytes(page);
    }
}

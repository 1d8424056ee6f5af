package io.dorsal.coverage.http;

import io.dorsal.coverage.core.WorklistPlace;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A place in the worklist as the parameter {@code cursor}. */
final class WorklistCursor {
    private static final String FORM = "w1";
    private static final String SEPARATOR = " ";
    private static final String NEVER = "-";
    private static final int PARTS = 5;

    private WorklistCursor() {}

    static String of(WorklistPlace place) {
        String until = place.until() == null ? NEVER : place.until().toString();
        String form = String.join(
                SEPARATOR,
                FORM,
                place.asOf().toString(),
                until,
                Integer.toString(place.rank()),
                place.trial().value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(form.getBytes(StandardCharsets.UTF_8));
    }

    static WorklistPlace parse(String cursor) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, PARTS);
            if (parts.length == PARTS && parts[0].equals(FORM)) {
                return new WorklistPlace(
                        instant(parts[1]),
                        parts[2].equals(NEVER) ? null : instant(parts[2]),
                        Integer.parseInt(parts[3]),
                        new TrialId(parts[4]));
            }
        } catch (Malformed | IllegalArgumentException e) {
            // Told below: whoever made up a cursor needs to know only where a real one comes from.
        }
        throw new Malformed(Reason.OUT_OF_BOUNDS, "cursor", "the 'next' of the page before, or none");
    }

    /** Within the bounds of all instants here, which the database knows too. */
    private static Instant instant(String text) {
        return JsonFields.of(Json.object().put("cursor", text)).instant("cursor");
    }
}

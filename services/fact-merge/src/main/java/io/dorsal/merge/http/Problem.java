package io.dorsal.merge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.Json;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** RFC 9457 problem details with the stable {@code reason}. */
public final class Problem {
    private static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    static Response of(Malformed malformed) {
        int status = malformed.reason() == Reason.UNKNOWN_TRIAL ? 404 : 400;
        ObjectNode body = body(malformed.reason(), status, "Expected " + malformed.expected() + ".");
        if (!malformed.field().isEmpty()) {
            body.put("field", malformed.field());
        }
        return answer(status, body.put("expected", malformed.expected())).build();
    }

    public static ResponseBuilder of(Reason reason, int status, String detail) {
        return answer(status, body(reason, status, detail));
    }

    private static ObjectNode body(Reason reason, int status, String detail) {
        String words = reason.word().replace('-', ' ');
        return Json.object()
                .put("type", "urn:dorsal:reason:" + reason.word())
                .put("title", Character.toUpperCase(words.charAt(0)) + words.substring(1))
                .put("status", status)
                .put("detail", detail)
                .put("reason", reason.word());
    }

    private static ResponseBuilder answer(int status, ObjectNode body) {
        return Response.status(status).type(MEDIA_TYPE).entity(Json.bytes(body));
    }
}

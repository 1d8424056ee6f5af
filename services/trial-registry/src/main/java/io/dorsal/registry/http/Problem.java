package io.dorsal.registry.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.Json;
import io.micrometer.core.instrument.Metrics;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** RFC 9457 problem details with the stable {@code reason}; each is counted under it. */
final class Problem {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final int TOO_MANY_BYTES = 413;
    private static final int PRECONDITION_REQUIRED = 428;

    private Problem() {}

    static Response of(Malformed malformed) {
        ObjectNode body =
                body(malformed.reason(), status(malformed.reason()), "Expected " + malformed.expected() + ".");
        if (!malformed.field().isEmpty()) {
            body.put("field", malformed.field());
        }
        body.put("expected", malformed.expected());
        return builder(status(malformed.reason()), body).build();
    }

    static ResponseBuilder of(Reason reason, String detail) {
        return of(reason, status(reason), detail);
    }

    static ResponseBuilder of(Reason reason, int status, String detail) {
        return builder(status, body(reason, status, detail));
    }

    static ObjectNode body(Reason reason, int status, String detail) {
        Metrics.counter("dorsal.registry.refusals", "reason", reason.word()).increment();
        return Json.object()
                .put("type", "urn:dorsal:reason:" + reason.word())
                .put("title", title(reason))
                .put("status", status)
                .put("detail", detail)
                .put("reason", reason.word());
    }

    static ResponseBuilder builder(int status, ObjectNode body) {
        return Response.status(status).type(MEDIA_TYPE).entity(Json.bytes(body));
    }

    static int status(Reason reason) {
        return switch (reason) {
            case NOT_JSON,
                    TOO_MANY_ITEMS,
                    NOT_AN_OBJECT,
                    DUPLICATE_FIELD,
                    RESERVED_FIELD,
                    MISSING_FIELD,
                    WRONG_TYPE,
                    OUT_OF_BOUNDS,
                    UNKNOWN_VALUE,
                    UNKNOWN_TYPE,
                    BAD_IDENTIFIER,
                    BAD_REQUEST -> 400;
            case UNKNOWN_TRIAL, UNKNOWN_DEVICE, NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REVISION_CONFLICT, DECISION_CONFLICT, UNKNOWN_DECISION, DEVICE_ASSIGNED_ELSEWHERE -> 409;
            case LOST_RACE -> 412;
            case PAYLOAD_TOO_LARGE -> TOO_MANY_BYTES;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case PRECONDITION_REQUIRED -> PRECONDITION_REQUIRED;
            // The gateway's own reasons: none of them is ever an answer over HTTP.
            case IDENTITY_MISMATCH,
                    WRONG_SECRET,
                    FOREIGN_TOPIC,
                    SUBSCRIPTION,
                    PROTOCOL_ERROR,
                    OVER_CAPACITY,
                    NOT_STORED,
                    INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }

    private static String title(Reason reason) {
        String words = reason.word().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

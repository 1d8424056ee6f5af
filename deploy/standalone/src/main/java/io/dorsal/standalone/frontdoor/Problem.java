package io.dorsal.standalone.frontdoor;

import io.dorsal.model.Reason;
import io.dorsal.model.web.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** A refusal of the front door itself, as RFC 9457 problem details. */
record Problem(int status, String title, Reason reason, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem unavailable(Backend backend) {
        return new Problem(
                503,
                "Service unavailable",
                Reason.UNAVAILABLE,
                backend.label + " does not answer; try again, and if it stays so look at: ./dorsal status");
    }

    static Problem notAddedUp() {
        return new Problem(
                503,
                "Service unavailable",
                Reason.UNAVAILABLE,
                "a service answered what cannot be added up with the others; look at: ./dorsal logs");
    }

    static Problem tooLarge(long bytesMax) {
        return new Problem(
                413,
                "Content too large",
                Reason.PAYLOAD_TOO_LARGE,
                "expected at most " + bytesMax + " bytes in one request");
    }

    /** What the fence refuses; the body of such a request is passed over. */
    static void answer(Refusal refusal, HttpServerResponse response) {
        var unused = response.setStatusCode(refusal.status())
                .putHeader("Content-Type", Refusal.MEDIA_TYPE)
                .end(refusal.problem());
    }

    Buffer toBuffer() {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("reason", reason.word())
                .toBuffer();
    }

    void answer(HttpServerResponse response) {
        response.setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE);
        // The rest of a body that is too large is not read.
        response.putHeader("Connection", "close");
        var unused = response.end(toBuffer());
    }
}

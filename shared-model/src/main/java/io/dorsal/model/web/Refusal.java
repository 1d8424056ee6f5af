package io.dorsal.model.web;

import io.dorsal.model.Reason;

/** Why a request is not answered, as RFC 9457 problem details of constant bytes: nothing of the request comes back. */
public enum Refusal {
    HOST_UNCLEAR(400, "Bad request", Reason.BAD_REQUEST, "expected exactly one Host"),
    FOREIGN_HOST(
            421,
            "Misdirected request",
            Reason.OTHER_SITE,
            "this machine is not called that: ask for localhost, or name it in dorsal.http.host-names"),
    OTHER_SITE(
            403,
            "This was not sent from here",
            Reason.OTHER_SITE,
            "A page of another site sent this, so that nothing was done. Open the page here and do it again.");

    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String problem;

    Refusal(int status, String title, Reason reason, String detail) {
        this.status = status;
        this.problem = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"reason\":\"%s\"}"
                .formatted(title, status, detail, reason.word());
    }

    public int status() {
        return status;
    }

    /** The body of the answer. */
    public String problem() {
        return problem;
    }
}

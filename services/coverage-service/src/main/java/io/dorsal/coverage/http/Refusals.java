package io.dorsal.coverage.http;

import io.dorsal.merge.http.Problem;
import io.dorsal.model.Reason;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What this service alone refuses, as problem documents. */
public class Refusals {
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    public Response unavailable(OutcomesUnavailable e) {
        return Problem.of(
                        Reason.UNAVAILABLE,
                        503,
                        "Facts or outcomes of that instant are not to be had: %s.".formatted(e.getMessage()))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    public Response conflict(Conflict e) {
        return Problem.of(e.reason(), 409, String.valueOf(e.getMessage())).build();
    }
}

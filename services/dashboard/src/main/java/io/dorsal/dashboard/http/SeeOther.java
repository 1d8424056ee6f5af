package io.dorsal.dashboard.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The way to another page. */
final class SeeOther {
    private SeeOther() {}

    /** By path alone: only the browser knows by which name it reached the front door. */
    static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}

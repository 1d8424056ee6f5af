package io.dorsal.responder.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Tells every failure as a problem document; what is ours to mend is logged, without the request's content. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int CAUSES_MAX = 20;

    @ServerExceptionMapper
    public Response malformed(Malformed e) {
        return Problem.of(e);
    }

    @ServerExceptionMapper
    public Response refusedByHttp(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        ResponseBuilder answer = switch (status) {
            case 404 -> Problem.of(Reason.NOT_FOUND, status, "There is nothing at this address.");
            case 405 -> Problem.of(Reason.BAD_REQUEST, status, "This address takes other methods; see Allow.");
            default ->
                status < 500
                        ? Problem.of(Reason.BAD_REQUEST, status, "The request is not of the form that the path takes.")
                        : internal(e);
        };
        if (e instanceof NotAllowedException) {
            answer.header(HttpHeaders.ALLOW, e.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response fault(Throwable e) {
        if (isFromDatabase(e)) {
            LOG.debugf("A request found no database: %s", e);
            return Problem.of(Reason.UNAVAILABLE, 503, "The database does not answer. Try again.")
                    .header(HttpHeaders.RETRY_AFTER, 2)
                    .build();
        }
        return internal(e).build();
    }

    private static ResponseBuilder internal(Throwable e) {
        // Without its message, which may quote facts.
        LOG.errorf("A request failed by a fault of ours: %s at %s", e.getClass().getName(), placeOf(e));
        return Problem.of(Reason.INTERNAL, 500, "A fault of ours; the log says which.");
    }

    private static String placeOf(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    private static boolean isFromDatabase(Throwable e) {
        return Stream.<@Nullable Throwable>iterate(e, t -> t != null, t -> t == null ? null : t.getCause())
                .limit(CAUSES_MAX)
                .anyMatch(SQLException.class::isInstance);
    }
}

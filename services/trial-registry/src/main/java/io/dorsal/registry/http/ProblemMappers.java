package io.dorsal.registry.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Tells every failure as a problem document; what is ours to mend is logged, without the request's content. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    Response malformed(Malformed e) {
        return Problem.of(e);
    }

    @ServerExceptionMapper
    Response refusedByHttp(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        ResponseBuilder answer = switch (status) {
            case 404 -> Problem.of(Reason.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(Reason.METHOD_NOT_ALLOWED, "This address takes other methods; see Allow.");
            case 406 -> Problem.of(Reason.NOT_ACCEPTABLE, "Answers are JSON: accept application/json.");
            case 415 -> Problem.of(Reason.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json.");
            default ->
                status < 500
                        ? Problem.of(Reason.BAD_REQUEST, status, "The request is not of the form that the path takes.")
                        : internal(e);
        };
        if (e instanceof NotAllowedException) {
            answer.header(HttpHeaders.ALLOW, Methods.of(uri.getPath()));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response fault(Throwable e) {
        if (databaseIsAway(e)) {
            LOG.debugf("A request found no database: %s", e);
            return Problem.of(Reason.UNAVAILABLE, "The database does not answer. It is safe to send it again.")
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        return internal(e).build();
    }

    private static ResponseBuilder internal(Throwable e) {
        LOG.error("A request failed by a fault of ours.", e);
        return Problem.of(Reason.INTERNAL, "A fault of ours; the log says which.");
    }

    private static boolean databaseIsAway(Throwable e) {
        return Stream.<@Nullable Throwable>iterate(e, t -> t != null, t -> t == null ? null : t.getCause())
                .limit(20)
                .anyMatch(t -> t instanceof SQLException sql && isOutage(sql.getSQLState()));
    }

    /** Connection exceptions, shutdown, too many connections; the pool's own timeout has no state. */
    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.startsWith("53");
    }
}

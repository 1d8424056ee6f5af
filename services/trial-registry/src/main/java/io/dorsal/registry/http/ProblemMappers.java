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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Tells every failure as a problem document; what is ours to mend is logged, without the request's content. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int CAUSES_MAX = 20;

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
        if (isOutage(e)) {
            return Problem.of(Reason.UNAVAILABLE, "The database does not answer. It is safe to send it again.")
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        return internal(e).build();
    }

    private static ResponseBuilder internal(Throwable e) {
        logFault(e);
        return Problem.of(Reason.INTERNAL, "A fault of ours; the log says which.");
    }

    static boolean isOutage(Throwable e) {
        boolean outage = causes(e).anyMatch(cause -> cause instanceof SQLException sql && isOutage(sql.getSQLState()));
        if (outage) {
            LOG.debugf("A request found no database: %s", described(e));
        }
        return outage;
    }

    static void logFault(Throwable e) {
        LOG.errorf("A request failed by a fault of ours: %s", described(e));
    }

    /** Connection exceptions, resources, shutdown; the pool's own timeout has no state. */
    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("57");
    }

    // Classes, states and the place, without messages, which may quote what was sent or stored.
    private static String described(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return causes(e).map(ProblemMappers::named).collect(Collectors.joining(" by "))
                + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static String named(Throwable e) {
        String name = e.getClass().getName();
        return e instanceof SQLException sql ? "%s (SQL state %s)".formatted(name, sql.getSQLState()) : name;
    }

    private static Stream<Throwable> causes(Throwable e) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = e; cause != null && causes.size() < CAUSES_MAX; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }
}

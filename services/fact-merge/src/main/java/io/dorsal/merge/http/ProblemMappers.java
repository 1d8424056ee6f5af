package io.dorsal.merge.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Tells every failure as a problem document; what is ours to mend is logged, without the request's content. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int CAUSES_MAX = 20;
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    public Response malformed(Malformed e) {
        return Problem.of(e);
    }

    @ServerExceptionMapper
    public Response refusedByHttp(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 ->
                Problem.of(Reason.NOT_FOUND, status, "There is nothing at this address.")
                        .build();
            // The framework does not say which methods there are; here every address is only read.
            case 405 ->
                Problem.of(Reason.METHOD_NOT_ALLOWED, status, "This address takes other methods; see Allow.")
                        .header(HttpHeaders.ALLOW, HttpMethod.GET)
                        .build();
            case 406 ->
                Problem.of(Reason.NOT_ACCEPTABLE, status, "Answers are JSON: accept application/json.")
                        .build();
            case 415 ->
                Problem.of(Reason.UNSUPPORTED_MEDIA_TYPE, status, "Send Content-Type: application/json.")
                        .build();
            default ->
                status < 500
                        ? Problem.of(Reason.BAD_REQUEST, status, "The request is not of the form that the path takes.")
                                .build()
                        : internal(e);
        };
    }

    @ServerExceptionMapper
    public Response fault(Throwable e) {
        if (causes(e).anyMatch(cause -> cause instanceof SQLException sql && isOutage(sql.getSQLState()))) {
            LOG.debugf("A request found no database: %s", described(e));
            return Problem.of(Reason.UNAVAILABLE, 503, "The database does not answer. Try again.")
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        return internal(e);
    }

    private static Response internal(Throwable e) {
        LOG.errorf("A request failed by a fault of ours: %s", described(e));
        return Problem.of(Reason.INTERNAL, 500, "A fault of ours; the log says which.")
                .build();
    }

    /** Connection, resources, shutdown; the pool's own timeout has no state. Any other trouble is ours to mend. */
    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("57");
    }

    // Classes, states and the place, without messages, which may quote facts.
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

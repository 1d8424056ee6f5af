package io.dorsal.dashboard.http;

import io.dorsal.model.Reason;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Errors in the same design as the pages, with what to do; problem details where a program asks. */
public class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    /** The template, checked when the module is built. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance error(int status, String title, String text);
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException failure, HttpHeaders headers) {
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return answer(status, "Not possible just now", "Please try again in a few seconds.", headers);
        }
        return status == 404
                ? answer(
                        404,
                        "There is no such page",
                        "No trial or page has this address. If the trial was registered a moment ago, try again shortly.",
                        headers)
                : answer(status, "This request cannot be answered", "Start again from the list of trials.", headers);
    }

    /** The reference joins what the reader sees with the log, which never holds patient data. */
    @ServerExceptionMapper
    public Response failed(RuntimeException failure, HttpHeaders headers) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "A page failed, reference %s", reference);
        return answer(
                500,
                "Something went wrong on our side",
                "Nothing is lost: facts are kept elsewhere. Try again, and name the reference %s if it stays."
                        .formatted(reference),
                headers);
    }

    private static Response answer(int status, String title, String text, HttpHeaders headers) {
        boolean page = headers.getAcceptableMediaTypes().stream()
                .anyMatch(type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
        return page
                ? Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE)
                        .entity(Templates.error(status, title, text).render())
                        .build()
                : Response.status(status)
                        .type("application/problem+json")
                        .entity(
                                "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"reason\":\"%s\"}"
                                        .formatted(title, status, text, reason(status)))
                        .build();
    }

    private static String reason(int status) {
        return status == 404 ? Reason.NOT_FOUND.word() : "failed";
    }
}

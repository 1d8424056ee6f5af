package io.dorsal.registry.http;

import io.dorsal.fhir.Capabilities;
import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.intake.Posted;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.registry.core.TrialWrites;
import io.dorsal.registry.core.Trials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** {@code /fhir}: reports and prescriptions in FHIR R4; every answer is a FHIR resource, refusals too. */
@Path("/fhir")
public class FhirResource {
    private static final Set<String> MEDIA_TYPES = Set.of(Fhir.MEDIA_TYPE, "application/json");

    private final Trials trials;
    private final TrialWrites writes;
    private final InstantSource clock;

    FhirResource(Trials trials, TrialWrites writes, InstantSource clock) {
        this.trials = trials;
        this.writes = writes;
        this.clock = clock;
    }

    @POST
    public Response post(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType, InputStream body)
            throws IOException {
        return post(contentType, body, null);
    }

    @POST
    @Path("{type}")
    public Response postType(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @PathParam("type") String type,
            InputStream body)
            throws IOException {
        return post(contentType, body, type);
    }

    @GET
    @Path("metadata")
    public Response metadata() {
        return FhirAnswers.resource(Capabilities.statement());
    }

    private Response post(@Nullable String contentType, InputStream body, @Nullable String type) throws IOException {
        requireJson(contentType);
        Posted posted = Posted.read(Body.bytes(body), type);
        Instant recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return FhirAnswers.of(posted.form(), FhirPosting.fates(posted, trials, writes, recordedAt));
    }

    private static void requireJson(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !MEDIA_TYPES.contains(type)) {
            throw new Malformed(Reason.UNSUPPORTED_MEDIA_TYPE, "", "Content-Type: " + Fhir.MEDIA_TYPE);
        }
    }

    @ServerExceptionMapper
    Response malformed(Malformed e) {
        return FhirAnswers.refused(e);
    }

    @ServerExceptionMapper
    Response fault(Throwable e) {
        if (ProblemMappers.isOutage(e)) {
            return FhirAnswers.refused(
                    new Malformed(Reason.UNAVAILABLE, "", "the database to answer; it is safe to send it again"));
        }
        ProblemMappers.logFault(e);
        return FhirAnswers.refused(new Malformed(Reason.INTERNAL, "", "no fault of ours; the log says which"));
    }
}

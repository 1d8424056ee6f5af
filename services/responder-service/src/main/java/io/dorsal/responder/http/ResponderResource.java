package io.dorsal.responder.http;

import io.dorsal.merge.http.AsOf;
import io.dorsal.merge.http.EntityTags;
import io.dorsal.merge.http.Paging;
import io.dorsal.model.ClinicId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/responders}: the responder outcome of a trial, as of any instant. */
@Path("/api/responders")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ResponderResource {
    /** What a list tells of each trial; the rest is on the trial's own page. */
    private static final List<String> SUMMARY = List.of(
            "trialId",
            "definition",
            "asOf",
            "final",
            "status",
            "reason",
            "grade",
            "remission",
            "baseline",
            "trial",
            "lastThree",
            "relief",
            "settled",
            "fragile",
            "factDigest");

    private static final String STANDARD = "pain-relief/1";

    private final OutcomeSource outcomes;
    private final InstantSource clock;

    ResponderResource(OutcomeSource outcomes, InstantSource clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @GET
    @Path("{trialId}")
    @Operation(summary = "The outcome of one trial, computed from the facts known now")
    @APIResponse(
            responseCode = "200",
            description = "Pain relief at the top, stimulation/1 under 'stimulation', holistic/1 under 'function'; each"
                    + " field as in the schema ResponderOutcome of docs/asyncapi.yaml",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "304",
            description = "The facts are the same; only with asOf, or when the outcome is final")
    @APIResponse(responseCode = "400", description = "bad-identifier, wrong-type, out-of-bounds")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    public Response one(
            @PathParam("trialId") String trialId,
            @Parameter(description = "RFC 3339, not in the future; only facts dated up to it count; now when absent")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Context Request request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ResponderOutcome outcome = outcomes.asOf(new TrialId(trialId), asOf == null ? now : AsOf.parse(asOf, now))
                .orElseThrow(ResponderResource::unknownTrial);
        EntityTag tag = EntityTags.of(STANDARD, outcome.definition(), outcome.factDigest());
        // As of now, the same facts can mean something else a minute later.
        boolean lasting = asOf != null || outcome.complete();
        Response.ResponseBuilder same = lasting ? request.evaluatePreconditions(tag) : null;
        return same != null
                ? same.build()
                : Response.ok(Json.bytes(ResponderOutcomeCodec.node(outcome).put("computedAt", now.toString())))
                        .tag(tag)
                        .build();
    }

    @GET
    @Path("{trialId}/facts")
    @Operation(
            summary = "The facts known now: trial document, reports at their highest revision, devices as joined state",
            description = "From these the outcome of any instant can be computed. Nothing that a device told while"
                    + " another patient wore it, but whether it was on before this one did.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "bad-identifier")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    public byte[] facts(@PathParam("trialId") String trialId) {
        return outcomes.facts(new TrialId(trialId)).orElseThrow(ResponderResource::unknownTrial);
    }

    @GET
    @Path("{trialId}/rules")
    @Operation(summary = "The rules that the outcome of a trial is computed with, beside its facts")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "bad-identifier")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    public byte[] rules(@PathParam("trialId") String trialId) {
        return outcomes.rules(new TrialId(trialId)).orElseThrow(ResponderResource::unknownTrial);
    }

    @GET
    @Operation(summary = "Published outcomes, each as of its trial's newest fact, by trial id")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "bad-identifier, out-of-bounds")
    public byte[] list(
            @QueryParam("clinic") @Nullable String clinic,
            @Parameter(description = "1 to 500, 100 when absent") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "the 'next' of the page before") @QueryParam("cursor") @Nullable String cursor) {
        int sizeMax = Paging.limit(limit);
        List<byte[]> found = outcomes.published(
                clinic == null ? null : new ClinicId(clinic), Paging.after(cursor), sizeMax + 1, SUMMARY);
        return Paging.page(found, sizeMax);
    }

    private static Malformed unknownTrial() {
        return new Malformed(Reason.UNKNOWN_TRIAL, "trialId", "the id of a registered trial");
    }
}

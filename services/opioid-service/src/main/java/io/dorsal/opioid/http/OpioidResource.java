package io.dorsal.opioid.http;

import io.dorsal.merge.http.AsOf;
import io.dorsal.merge.http.EntityTags;
import io.dorsal.merge.http.Paging;
import io.dorsal.model.ClinicId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.MmeComparisonCodec;
import io.dorsal.model.wire.OpioidOutcomeCodec;
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

/** {@code /api/opioids}: the opioid outcome of a trial, as of any instant and under any shipped factor set. */
@Path("/api/opioids")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class OpioidResource {
    /** What a list tells of each trial; the rest is on the trial's own page. */
    private static final List<String> SUMMARY = List.of(
            "trialId",
            "definition",
            "factorSet",
            "drugTable",
            "asOf",
            "final",
            "status",
            "reason",
            "baseline",
            "trial",
            "lastThree",
            "end",
            "change",
            "notConverted",
            "factDigest");

    /** With these an outcome's tag is its fact digest, as the contract says. */
    private static final String STANDARD = "opioid/1 under cdc-2022";

    private final OutcomeSource outcomes;
    private final InstantSource clock;

    OpioidResource(OutcomeSource outcomes, InstantSource clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @GET
    @Path("{trialId}")
    @Operation(summary = "The outcome of one trial, computed from the facts known now")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "304",
            description = "The facts are the same; only with asOf, or when the outcome is final")
    @APIResponse(responseCode = "400", description = "bad-identifier, wrong-type, out-of-bounds, unknown-value")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    public Response one(
            @PathParam("trialId") String trialId,
            @Parameter(description = "RFC 3339, not in the future; only facts dated up to it count; now when absent")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Parameter(description = "such as cdc-2016; the set of this installation when absent")
                    @QueryParam("factorSet")
                    @Nullable
                    String factorSet,
            @Context Request request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OpioidOutcome outcome = outcomes.asOf(
                        new TrialId(trialId), asOf == null ? now : AsOf.parse(asOf, now), factorSet)
                .orElseThrow(OpioidResource::unknownTrial);
        EntityTag tag =
                EntityTags.of(STANDARD, outcome.definition() + " under " + outcome.factorSet(), outcome.factDigest());
        // As of now, the same facts can mean something else a minute later.
        boolean lasting = asOf != null || outcome.complete();
        Response.ResponseBuilder same = lasting ? request.evaluatePreconditions(tag) : null;
        return same != null
                ? same.build()
                : Response.ok(Json.bytes(OpioidOutcomeCodec.node(outcome).put("computedAt", now.toString())))
                        .tag(tag)
                        .build();
    }

    @GET
    @Path("{trialId}/comparison")
    @Operation(
            summary = "From the baseline under one factor set to the trial under another: a percentage of one set only")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "bad-identifier, wrong-type, out-of-bounds, unknown-value")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    public byte[] comparison(
            @PathParam("trialId") String trialId,
            @Parameter(
                            description =
                                    "the set of the baseline, such as an old report's; this installation's when absent")
                    @QueryParam("before")
                    @Nullable
                    String before,
            @Parameter(description = "the set of the trial; this installation's when absent")
                    @QueryParam("after")
                    @Nullable
                    String after,
            @Parameter(description = "as of the outcome itself") @QueryParam("asOf") @Nullable String asOf) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = asOf == null ? now : AsOf.parse(asOf, now);
        TrialId trial = new TrialId(trialId);
        OpioidOutcome one = outcomes.asOf(trial, at, before).orElseThrow(OpioidResource::unknownTrial);
        OpioidOutcome other = outcomes.asOf(trial, at, after).orElseThrow(OpioidResource::unknownTrial);
        return Json.bytes(MmeComparisonCodec.node(one, other));
    }

    @GET
    @Path("{trialId}/rules")
    @Operation(summary = "The rules, factor set and tables that the outcome of a trial follows from, beside its facts")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "bad-identifier")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    public byte[] rules(@PathParam("trialId") String trialId) {
        return outcomes.rules(new TrialId(trialId)).orElseThrow(OpioidResource::unknownTrial);
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

package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.http.CoverageSource.Found;
import io.dorsal.merge.http.AsOf;
import io.dorsal.model.FactDigest;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.dorsal.model.wire.Json;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/coverage}: what a trial amounts to under one policy or all, as of any instant. Never an approval. */
@Path("/api/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CoverageResource {
    private final CoverageSource source;
    private final InstantSource clock;

    CoverageResource(CoverageSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @GET
    @Path("{trialId}")
    @Operation(summary = "One trial under one policy, or under all side by side, judged on the facts known now")
    @APIResponse(
            responseCode = "200",
            description = "A determination; an array of them for policy=all",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "The determination is the same")
    @APIResponse(responseCode = "400", description = "bad-identifier, wrong-type, out-of-bounds, unknown-value")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    @APIResponse(responseCode = "503", description = "unavailable: the outcomes of that instant; only with asOf")
    public Response one(
            @PathParam("trialId") String trialId,
            @Parameter(description = "a policy's id, or all; the trial's own when absent")
                    @QueryParam("policy")
                    @Nullable
                    String policy,
            @Parameter(description = "RFC 3339, not in the future; only facts dated up to it count; now when absent")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @Context Request request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant asked = asOf == null ? null : AsOf.parse(asOf, now);
        Found found = source.of(new TrialId(trialId), policy, asked, now)
                .orElseThrow(() -> new Malformed(Reason.UNKNOWN_TRIAL, "trialId", "the id of a registered trial"));
        EntityTag tag = tag(found);
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return same != null
                ? same.build()
                : Response.ok(body(found, CoverageSource.ALL.equals(policy), now))
                        .tag(tag)
                        .build();
    }

    /**
     * A determination follows from facts, outcomes and the text of a policy; its own bytes name them all. The instant
     * that it was asked for is no part of that: as of now, it would be another at each request.
     */
    private static EntityTag tag(Found found) {
        return new EntityTag(FactDigest.sha256(Json.bytes(array(found))));
    }

    private static ArrayNode array(Found found) {
        ArrayNode array = Json.object().putArray("determinations");
        found.determinations()
                .forEach(each -> array.add(CoverageDeterminationCodec.node(each).without("asOf")));
        return array;
    }

    private static byte[] body(Found found, boolean all, Instant now) {
        ArrayNode array = Json.object().putArray("determinations");
        found.determinations().forEach(each -> array.add(node(each, found, now)));
        return Json.bytes(all ? array : array.get(0));
    }

    private static ObjectNode node(CoverageDetermination determination, Found found, Instant now) {
        return CoverageDeterminationCodec.node(determination)
                .put("outcomes", found.outcomes().word())
                .put("computedAt", now.toString());
    }
}

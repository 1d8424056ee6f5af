package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.http.PacketSource.Answer;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.Json;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/coverage/{trialId}/packets}: evidence packets of a trial, issued and listed. */
@Path("/api/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TrialPacketResource {
    private static final String PDF = "application/pdf";

    private final PacketSource source;
    private final PacketReview review;
    private final InstantSource clock;

    TrialPacketResource(PacketSource source, PacketReview review, InstantSource clock) {
        this.source = source;
        this.review = review;
        this.clock = clock;
    }

    @POST
    @Path("{trialId}/packets")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Issues a packet of the facts known now: numbered, signed, never changed",
            description =
                    "Body, all of it optional: policy (the trial's own), asOf (that of the newest fact), why (needed"
                            + " once there is a packet of that trial and policy, whose place this one takes), amends (that packet;"
                            + " named to be sure of it), again (true for a further packet of the same facts)")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "The latest packet holds the same; no new one was made")
    @APIResponse(
            responseCode = "400",
            description = "bad-identifier, wrong-type, out-of-bounds, unknown-value, not-json")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    @APIResponse(responseCode = "409", description = "no-determination, why-is-missing, lost-race")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: facts or rules, or services that differ in what they know")
    public Response issue(@PathParam("trialId") String trialId, byte[] body) {
        Instant now = now();
        Answer answer = source.issue(new TrialId(trialId), PacketNodes.order(body, now), now)
                .orElseThrow(TrialPacketResource::unknownTrial);
        // As text: a URI would be made absolute, with this service's own port.
        return Response.status(answer.made() ? Response.Status.CREATED : Response.Status.OK)
                .header(HttpHeaders.LOCATION, "/api/packets/" + answer.issued().packet())
                .entity(Json.bytes(PacketNodes.of(answer.issued())))
                .build();
    }

    @GET
    @Path("{trialId}/packets")
    @Operation(summary = "The packets of a trial, the newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "bad-identifier")
    public byte[] list(@PathParam("trialId") String trialId) {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        source.of(new TrialId(trialId)).forEach(issued -> items.add(PacketNodes.of(issued)));
        return Json.bytes(page);
    }

    @GET
    @Path("{trialId}/packet")
    @Produces(PDF)
    @Operation(summary = "The pages of what would be issued now, marked as not issued")
    @APIResponse(responseCode = "200", content = @Content(mediaType = PDF))
    @APIResponse(responseCode = "404", description = "unknown-trial")
    @APIResponse(responseCode = "409", description = "no-determination")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Response preview(@PathParam("trialId") String trialId, @QueryParam("policy") @Nullable String policy) {
        byte[] pages =
                source.preview(new TrialId(trialId), policy, now()).orElseThrow(TrialPacketResource::unknownTrial);
        return Response.ok(pages).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @GET
    @Path("{trialId}/packet/changes")
    @Operation(
            summary = "What would read differently in a packet issued now than in the latest of that trial and policy",
            description =
                    "since and number (of that packet; null when there is none yet), same (true when issuing now would make no"
                            + " further packet), changes: what, before, after, in plain words")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "bad-identifier, unknown-value")
    @APIResponse(responseCode = "404", description = "unknown-trial")
    @APIResponse(responseCode = "409", description = "no-determination")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Response changes(@PathParam("trialId") String trialId, @QueryParam("policy") @Nullable String policy) {
        PacketReview.Changes changes =
                review.changes(new TrialId(trialId), policy, now()).orElseThrow(TrialPacketResource::unknownTrial);
        return Response.ok(Json.bytes(PacketNodes.of(changes)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Malformed unknownTrial() {
        return new Malformed(Reason.UNKNOWN_TRIAL, "trialId", "the id of a registered trial");
    }
}

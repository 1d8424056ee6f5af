package io.dorsal.coverage.http;

import io.dorsal.coverage.http.PacketReview.Proof;
import io.dorsal.coverage.http.PacketSource.File;
import io.dorsal.model.wire.Json;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code /api/packets}: evidence packets as they were issued, and their release to the payer. */
@Path("/api/packets")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class PacketResource {
    private static final String PDF = "application/pdf";
    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    private final PacketSource source;
    private final PacketReview review;
    private final InstantSource clock;

    PacketResource(PacketSource source, PacketReview review, InstantSource clock) {
        this.source = source;
        this.review = review;
        this.clock = clock;
    }

    @GET
    @Path("keys")
    @Operation(summary = "The public keys that packets are signed by, as a JWK set; for ./dorsal verify --keys")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String keys() {
        return source.keys();
    }

    @GET
    @Path("{packet}")
    @Produces(PDF)
    @Operation(summary = "A packet as it was issued, byte for byte")
    @APIResponse(responseCode = "200", content = @Content(mediaType = PDF))
    @APIResponse(responseCode = "304")
    @APIResponse(responseCode = "404", description = "not-found")
    public Response one(@PathParam("packet") String packet, @Context Request request) {
        File file = source.file(packet).orElseThrow(NotFoundException::new);
        EntityTag tag = new EntityTag(file.sha256());
        Response.ResponseBuilder same = request.evaluatePreconditions(tag);
        return (same != null ? same : Response.ok(file.bytes()))
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"packet-%s.pdf\"".formatted(packet))
                .build();
    }

    @GET
    @Path("{packet}/verification")
    @Operation(
            summary =
                    "What ./dorsal verify says of a packet as it is kept, with the published keys of this installation",
            description =
                    "verdict VERIFIED, with keyId (of the key that signed), computedAgain (the files that came out the same,"
                            + " byte for byte) and asSigned (those that only carry their digest); or NOT_VERIFIED, with"
                            + " difference: the first, in plain words")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "not-found")
    public Response verification(@PathParam("packet") String packet) {
        Proof proof = review.verify(packet).orElseThrow(NotFoundException::new);
        return Response.ok(Json.bytes(PacketNodes.of(packet, proof)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("{packet}/release")
    @Operation(summary = "Hands a packet to the payer of its trial; once, whatever is said again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "not-found")
    public byte[] release(@PathParam("packet") String packet) {
        return Json.bytes(PacketNodes.of(source.release(packet, now()).orElseThrow(NotFoundException::new)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

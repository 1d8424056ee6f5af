package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.core.figures.Selection;
import io.dorsal.model.ClinicId;
import io.dorsal.model.FactDigest;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.wire.ClinicFiguresCodec;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/clinics/{clinic}/figures} and {@code /api/figures}: what came of trials, of one clinic or of all. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class FiguresResource {
    private final FigureSource source;
    private final InstantSource clock;

    FiguresResource(FigureSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @GET
    @Path("clinics/{clinic}/figures")
    @Operation(summary = "A clinic's figures for its own screen; suppressed=true as they may leave the clinic")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "No number has changed")
    @APIResponse(responseCode = "400", description = "bad-identifier, wrong-type, out-of-bounds, unknown-value")
    public Response ofClinic(
            @PathParam("clinic") String clinic,
            @Parameter(description = "the first date of lead placement that counts") @QueryParam("from") @Nullable
                    String from,
            @Parameter(description = "the last one") @QueryParam("to") @Nullable String to,
            @Parameter(description = "true for the export's view") @QueryParam("suppressed") @Nullable
                    String suppressed,
            @Context Request request) {
        return json(selection(new ClinicId(clinic), from, to), view(suppressed), request);
    }

    // Json stays what a caller gets that has no preference.
    @GET
    @Path("clinics/{clinic}/figures")
    @Produces(FiguresCsv.MEDIA_TYPE + ";qs=0.5")
    @Operation(hidden = true)
    public Response asCsv(
            @PathParam("clinic") String clinic,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context Request request) {
        return export(clinic, from, to, request);
    }

    @GET
    @Path("clinics/{clinic}/figures.csv")
    @Produces(FiguresCsv.MEDIA_TYPE)
    @Operation(summary = "The export: no number of fewer than 11 patients, nor any from which one follows")
    @APIResponse(
            responseCode = "200",
            description = "A line for each number; also at the address without .csv, for Accept: text/csv",
            content = @Content(mediaType = FiguresCsv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "No number has changed")
    @APIResponse(responseCode = "400", description = "bad-identifier, wrong-type, out-of-bounds")
    public Response export(
            @PathParam("clinic") String clinic,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context Request request) {
        ClinicId id = new ClinicId(clinic);
        ClinicFigures figures = figures(selection(id, from, to), View.EXPORT);
        EntityTag tag = new EntityTag(digest(ClinicFiguresCodec.node(figures)) + "-csv");
        ResponseBuilder same = request.evaluatePreconditions(tag);
        return same != null
                ? same.build()
                : answer(FiguresCsv.of(figures), tag)
                        .type(FiguresCsv.MEDIA_TYPE)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"figures-%s.csv\"".formatted(id))
                        .build();
    }

    /** What is of all clinics has left each of them, so it is never told in small numbers. */
    @GET
    @Path("figures")
    @Operation(summary = "The figures of all clinics together, told as an export is")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "No number has changed")
    @APIResponse(responseCode = "400", description = "wrong-type, out-of-bounds")
    public Response ofAll(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @Context Request request) {
        return json(selection(null, from, to), View.EXPORT, request);
    }

    private Response json(Selection selection, View view, Request request) {
        ObjectNode node = ClinicFiguresCodec.node(figures(selection, view));
        EntityTag tag = new EntityTag(digest(node));
        ResponseBuilder same = request.evaluatePreconditions(tag);
        return same != null ? same.build() : answer(Json.bytes(node), tag).build();
    }

    /** The same numbers a minute later are the same figures. */
    private static String digest(ObjectNode figures) {
        return FactDigest.sha256(Json.bytes(figures.deepCopy().without("asOf")));
    }

    // What is for a clinic's own screen belongs in no cache that others share.
    private static ResponseBuilder answer(byte[] body, EntityTag tag) {
        return Response.ok(body).tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private ClinicFigures figures(Selection selection, View view) {
        return source.of(selection, clock.instant().truncatedTo(ChronoUnit.MICROS), view);
    }

    private static Selection selection(@Nullable ClinicId clinic, @Nullable String from, @Nullable String to) {
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new Malformed(Reason.OUT_OF_BOUNDS, "to", "a date not before 'from'");
        }
        return new Selection(clinic, first, last);
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        return text == null
                ? null
                : JsonFields.of(Json.object().put(name, text)).date(name);
    }

    private static View view(@Nullable String suppressed) {
        return switch (suppressed == null ? "false" : suppressed) {
            case "false" -> View.CLINIC;
            case "true" -> View.EXPORT;
            default -> throw new Malformed(Reason.UNKNOWN_VALUE, "suppressed", "true or false");
        };
    }
}

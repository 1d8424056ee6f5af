package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.packet.PacketRow;
import io.dorsal.dashboard.core.packet.Packets;
import io.dorsal.dashboard.core.packet.Packets.Paper;
import io.dorsal.dashboard.core.packet.Packets.Pdf;
import io.dorsal.dashboard.core.packet.Packets.Refused;
import io.dorsal.model.trial.Trial;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A packet's own pages, to be read. Through here and not straight from their service, so that a refusal is a page, too. */
@Path("/trials/{trial}/packets")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PacketFiles {
    private final Board board;
    private final Packets packets;

    /** The templates, checked when the module is built. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance packetNotShown(String trial, String because);
    }

    public PacketFiles(Board board, Packets packets) {
        this.board = board;
        this.packets = packets;
    }

    @GET
    @Path("preview")
    public Response preview(
            @PathParam("trial") String id,
            @QueryParam("policy") @DefaultValue("") String policy,
            @Context HttpServerResponse response) {
        Trial trial = TrialOfPath.find(board, id);
        return shown(trial, packets.preview(trial.trial(), Parameter.bounded(policy)), response);
    }

    @GET
    @Path("{number}/pages")
    public Response pages(
            @PathParam("trial") String id, @PathParam("number") long number, @Context HttpServerResponse response) {
        Trial trial = TrialOfPath.find(board, id);
        PacketRow packet = PacketOfPath.find(packets, trial, number);
        return shown(trial, packets.file(packet.id()), response);
    }

    private static Response shown(Trial trial, Answer<Paper> answer, HttpServerResponse response) {
        return switch (answer) {
            case Found<Paper> found ->
                switch (found.value()) {
                    case Pdf pdf -> pages(pdf, response);
                    case Refused refused -> notShown(trial, 409, refused.detail());
                };
            case Unknown<Paper> unknown ->
                notShown(trial, 503, "coverage-service does not know of it yet. Try again shortly.");
            case Unavailable<Paper> away ->
                notShown(trial, 503, "It could not be had: %s. Try again shortly.".formatted(away.because()));
        };
    }

    // Chrome shows a PDF by an element of its own, which the policy of pages forbids; a header of Response would stand
    // beside that policy, and both would hold.
    private static Response pages(Pdf pdf, HttpServerResponse response) {
        response.headers().set("Content-Security-Policy", "frame-ancestors 'none'");
        return Response.ok(pdf.bytes(), "application/pdf").build();
    }

    private static Response notShown(Trial trial, int status, String because) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.packetNotShown(trial.trial().value(), because))
                .build();
    }
}

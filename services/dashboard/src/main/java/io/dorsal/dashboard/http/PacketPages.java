package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.packet.ChangesPart;
import io.dorsal.dashboard.core.packet.Done;
import io.dorsal.dashboard.core.packet.Done.What;
import io.dorsal.dashboard.core.packet.IssueForm;
import io.dorsal.dashboard.core.packet.Packet;
import io.dorsal.dashboard.core.packet.PacketPart;
import io.dorsal.dashboard.core.packet.PacketRow;
import io.dorsal.dashboard.core.packet.Packets;
import io.dorsal.dashboard.core.packet.Packets.Issued;
import io.dorsal.dashboard.core.packet.Packets.Issuing;
import io.dorsal.dashboard.core.packet.Packets.Refused;
import io.dorsal.dashboard.core.packet.ProofPart;
import io.dorsal.model.trial.Trial;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /trials/{trial}/packets}: what is done with packets, each step a page of its own, so that it works without
 * scripts. A step that changes something ends on the trial's page.
 */
@Path("/trials/{trial}/packets")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PacketPages {
    private static final String NOT_READ =
            "Nothing was issued: the packets so far could not be had (%s). Try again shortly.";

    private final Board board;
    private final Packets packets;

    /** The templates, checked when the module is built. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance packetNotIssued(IssueForm form);

        static native TemplateInstance packetRelease(String trial, PacketRow packet, String error);

        static native TemplateInstance packetVerification(String trial, PacketRow packet, ProofPart proof);

        static native TemplateInstance packetChanges(String trial, String policy, ChangesPart changes);
    }

    public PacketPages(Board board, Packets packets) {
        this.board = board;
        this.packets = packets;
    }

    /** For whoever takes the address of a form for that of a page. */
    @GET
    public Response list(@PathParam("trial") String id) {
        return SeeOther.to(
                "/trials/%s#packets".formatted(TrialOfPath.find(board, id).trial()));
    }

    @POST
    public Response issue(
            @PathParam("trial") String id,
            @FormParam("policy") @DefaultValue("") String policy,
            @FormParam("amends") @DefaultValue("") String amends,
            @FormParam("why") @DefaultValue("") String why) {
        Trial trial = TrialOfPath.find(board, id);
        String typed = String.join(" ", why.strip().split("\\s+"));
        return switch (packets.of(trial.trial())) {
            case Found<List<Packet>> found -> {
                IssueForm form = PacketPart.form(trial, Parameter.bounded(policy), found.value());
                String complaint = form.complaint(amends, typed);
                yield complaint.isEmpty() ? issue(trial, form, typed) : notIssued(400, form.with(typed, complaint));
            }
            case Unknown<List<Packet>> unknown ->
                notIssued(503, unread(trial, policy, amends).with(typed, NOT_READ.formatted("not there yet")));
            case Unavailable<List<Packet>> away ->
                notIssued(503, unread(trial, policy, amends).with(typed, NOT_READ.formatted(away.because())));
        };
    }

    private Response issue(Trial trial, IssueForm form, String why) {
        return switch (packets.issue(trial.trial(), form.policy(), orNull(form.amends()), orNull(why))) {
            case Found<Issuing> found ->
                switch (found.value()) {
                    case Issued issued ->
                        to(
                                trial,
                                form.policy(),
                                new Done(
                                        issued.made() ? What.ISSUED : What.SAME,
                                        issued.packet().number()));
                    case Refused refused -> notIssued(409, form.with(why, refused.detail()));
                };
            case Unknown<Issuing> unknown ->
                notIssued(503, form.with(why, "coverage-service does not know of this trial yet. Try again shortly."));
            case Unavailable<Issuing> away ->
                notIssued(
                        503,
                        form.with(
                                why,
                                ("It cannot be told whether it was issued: %s. Look at the list of packets"
                                                + " before you try again; the same facts make no second packet.")
                                        .formatted(away.because())));
        };
    }

    /** The form as it was sent, for another try: it cannot be told which packet is the latest. */
    private static IssueForm unread(Trial trial, String policy, String amends) {
        return new IssueForm(trial.trial().value(), Parameter.bounded(policy), Parameter.bounded(amends), 0, "", "");
    }

    private static Response notIssued(int status, IssueForm form) {
        return Response.status(status).entity(Templates.packetNotIssued(form)).build();
    }

    @GET
    @Path("{number}/release")
    public TemplateInstance release(@PathParam("trial") String id, @PathParam("number") long number) {
        Trial trial = TrialOfPath.find(board, id);
        return Templates.packetRelease(trial.trial().value(), PacketOfPath.find(packets, trial, number), "");
    }

    @POST
    @Path("{number}/release")
    public Response released(@PathParam("trial") String id, @PathParam("number") long number) {
        Trial trial = TrialOfPath.find(board, id);
        PacketRow row = PacketOfPath.find(packets, trial, number);
        return switch (packets.release(row.id())) {
            case Found<Packet> found -> to(trial, row.policy(), new Done(What.RELEASED, number));
            case Unknown<Packet> unknown -> throw new NotFoundException();
            case Unavailable<Packet> away ->
                Response.status(503)
                        .entity(Templates.packetRelease(
                                trial.trial().value(),
                                row,
                                "It cannot be told whether it was released: %s. To release it again does no harm."
                                        .formatted(away.because())))
                        .build();
        };
    }

    @GET
    @Path("{number}/verification")
    public TemplateInstance verification(@PathParam("trial") String id, @PathParam("number") long number) {
        Trial trial = TrialOfPath.find(board, id);
        PacketRow row = PacketOfPath.find(packets, trial, number);
        return Templates.packetVerification(trial.trial().value(), row, ProofPart.of(packets.verify(row.id())));
    }

    @GET
    @Path("changes")
    public TemplateInstance changes(
            @PathParam("trial") String id, @QueryParam("policy") @DefaultValue("") String policy) {
        Trial trial = TrialOfPath.find(board, id);
        String asked = Parameter.bounded(policy);
        return Templates.packetChanges(
                trial.trial().value(), asked, ChangesPart.of(packets.changes(trial.trial(), asked)));
    }

    private static Response to(Trial trial, String policy, Done done) {
        return SeeOther.to("/trials/%s?policy=%s&done=%s#packets"
                .formatted(trial.trial(), Parameter.encoded(policy), done.word()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

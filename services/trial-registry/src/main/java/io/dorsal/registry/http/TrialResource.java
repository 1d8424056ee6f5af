package io.dorsal.registry.http;

import io.dorsal.model.ClinicId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.trial.TrialState;
import io.dorsal.model.wire.PacketText;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.registry.core.DeviceConflict;
import io.dorsal.registry.core.LeadTimes;
import io.dorsal.registry.core.Page;
import io.dorsal.registry.core.Precondition;
import io.dorsal.registry.core.TrialDecision;
import io.dorsal.registry.core.TrialFilter;
import io.dorsal.registry.core.TrialVersion;
import io.dorsal.registry.core.Trials;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /api/trials}: trial documents and their versions. */
@Path("/api/trials")
@Produces(MediaType.APPLICATION_JSON)
public class TrialResource {
    private final Trials trials;
    private final InstantSource clock;

    TrialResource(Trials trials, InstantSource clock) {
        this.trials = trials;
        this.clock = clock;
    }

    @PUT
    @Path("{trial}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("trial") String trial,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            InputStream body)
            throws IOException {
        Precondition precondition = EntityTags.precondition(ifMatch, ifNoneMatch);
        Trial proposed = TrialCodec.parse(new TrialId(trial), 1, Body.read(body));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LeadTimes.check(proposed, now);
        PacketText.require(proposed);
        return switch (trials.put(proposed, precondition, now, null)) {
            case TrialDecision.Create create ->
                written(Response.status(Response.Status.CREATED), create.trial())
                        .header(
                                HttpHeaders.LOCATION,
                                "/api/trials/" + create.trial().trial())
                        .build();
            case TrialDecision.Replace replace ->
                written(Response.ok(), replace.trial()).build();
            case TrialDecision.Unchanged unchanged ->
                written(Response.ok(), unchanged.trial()).build();
            case TrialDecision.LostRace lost -> lostRace(lost.current());
            case TrialDecision.PreconditionRequired required -> preconditionRequired(required.current());
            case TrialDecision.DeviceElsewhere elsewhere -> deviceElsewhere(elsewhere.conflict());
        };
    }

    @GET
    @Path("{trial}")
    public Response get(@PathParam("trial") String trial, @Context Request request) {
        Trial found = trials.find(new TrialId(trial)).orElseThrow(TrialResource::unknownTrial);
        ResponseBuilder notModified = request.evaluatePreconditions(new EntityTag(Long.toString(found.version())));
        return (notModified == null ? written(Response.ok(), found) : notModified).build();
    }

    @GET
    public byte[] list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("clinic") @Nullable String clinic,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        TrialFilter filter = new TrialFilter(
                state == null ? null : Words.oneOf("state", state, TrialState.class),
                clinic == null ? null : new ClinicId(clinic));
        Page<Trial> page = trials.list(filter, Paging.after(cursor, TrialId::new), Paging.limit(limit));
        return Answers.page(page, Answers::trial, Trial::trial);
    }

    @GET
    @Path("{trial}/history")
    public byte[] history(
            @PathParam("trial") String trial,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        TrialId id = new TrialId(trial);
        long after = Objects.requireNonNullElse(Paging.after(cursor, Long::valueOf), 0L);
        Page<TrialVersion> page = trials.history(id, after, Paging.limit(limit));
        if (page.items().isEmpty() && trials.find(id).isEmpty()) {
            throw unknownTrial();
        }
        return Answers.page(page, Answers::version, version -> version.trial().version());
    }

    private static ResponseBuilder written(ResponseBuilder answer, Trial trial) {
        return answer.header(HttpHeaders.ETAG, EntityTags.of(trial.version())).entity(TrialCodec.stored(trial));
    }

    private static Response lostRace(@Nullable Trial current) {
        if (current == null) {
            return Problem.of(Reason.LOST_RACE, "There is no such trial to change; create it without If-Match.")
                    .build();
        }
        return Problem.of(
                        Reason.LOST_RACE,
                        "The trial is at version %d; read it and repeat.".formatted(current.version()))
                .header(HttpHeaders.ETAG, EntityTags.of(current.version()))
                .build();
    }

    private static Response preconditionRequired(Trial current) {
        return Problem.of(
                        Reason.PRECONDITION_REQUIRED,
                        "The trial exists with another content: send If-Match with the ETag that you read.")
                .header(HttpHeaders.ETAG, EntityTags.of(current.version()))
                .build();
    }

    private static Response deviceElsewhere(DeviceConflict conflict) {
        String until = conflict.theirs().to() == null
                ? "now on"
                : conflict.theirs().to().toString();
        var body = Problem.body(
                Reason.DEVICE_ASSIGNED_ELSEWHERE,
                Problem.status(Reason.DEVICE_ASSIGNED_ELSEWHERE),
                "%s is assigned to trial %s from %s to %s; end that assignment first."
                        .formatted(
                                conflict.theirs().device(),
                                conflict.other(),
                                conflict.theirs().from(),
                                until));
        body.put("field", "devices[%d]".formatted(conflict.index()))
                .put("expected", "a time at which no other trial has the device")
                .put("trial", conflict.other().value())
                .put("device", conflict.theirs().device().value());
        return Problem.builder(Problem.status(Reason.DEVICE_ASSIGNED_ELSEWHERE), body)
                .build();
    }

    private static Malformed unknownTrial() {
        return new Malformed(Reason.UNKNOWN_TRIAL, "trial", "the id of a registered trial");
    }
}

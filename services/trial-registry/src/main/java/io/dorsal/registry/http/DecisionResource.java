package io.dorsal.registry.http;

import io.dorsal.model.DecisionId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.DecisionKind;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.registry.core.Decisions;
import io.dorsal.registry.core.Page;
import io.dorsal.registry.core.Recording;
import io.dorsal.registry.core.Trials;
import io.micrometer.core.instrument.Metrics;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the clinician and the payer decided about a trial. It proposes nothing. */
@Path("/api/trials")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    private final Decisions decisions;
    private final Trials trials;
    private final InstantSource clock;

    DecisionResource(Decisions decisions, Trials trials, InstantSource clock) {
        this.decisions = decisions;
        this.trials = trials;
        this.clock = clock;
    }

    @POST
    @Path("{trial}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public byte[] decide(@PathParam("trial") String trial, InputStream body) throws IOException {
        return record(DecisionKind.CLINICIAN, trial, body);
    }

    @POST
    @Path("{trial}/payer-decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    public byte[] answer(@PathParam("trial") String trial, InputStream body) throws IOException {
        return record(DecisionKind.PAYER, trial, body);
    }

    @GET
    @Path("{trial}/decisions")
    public byte[] list(
            @PathParam("trial") String trial,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        TrialId id = new TrialId(trial);
        Page<Decision> page = decisions.list(
                id,
                kind == null ? null : Words.oneOf("kind", kind, DecisionKind.class),
                Paging.after(cursor, DecisionId::new),
                Paging.limit(limit));
        if (page.items().isEmpty() && trials.find(id).isEmpty()) {
            throw new Malformed(Reason.UNKNOWN_TRIAL, "trial", "the id of a registered trial");
        }
        return Answers.page(page, Answers::decision, Decision::id);
    }

    private byte[] record(DecisionKind kind, String trial, InputStream body) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Decision stated = DecisionCodec.parse(kind, new TrialId(trial), now, null, Body.read(body));
        return switch (decisions.record(stated)) {
            case Recording.Kept kept -> told(kept.decision(), "ACCEPTED");
            case Recording.Known known -> told(known.decision(), "DUPLICATE");
            case Recording.Refused refused -> throw refused.why();
        };
    }

    private static byte[] told(Decision decision, String result) {
        Metrics.counter("dorsal.registry.decisions", "kind", decision.kind().word(), "result", result)
                .increment();
        return DecisionCodec.stored(decision);
    }
}

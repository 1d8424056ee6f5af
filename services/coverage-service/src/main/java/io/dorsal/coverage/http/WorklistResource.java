package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.core.WorklistPlace;
import io.dorsal.coverage.http.WorklistSource.Item;
import io.dorsal.merge.http.Paging;
import io.dorsal.model.ClinicId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Missing;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.dorsal.model.wire.Json;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** {@code /api/worklist}: what is missing, of each trial under its own policy. */
@Path("/api/worklist")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class WorklistResource {
    /** What an item tells; criteria and explanation are on the trial's own page. */
    private static final List<String> SUMMARY =
            List.of("trialId", "policy", "version", "sourceStatus", "asOf", "dateOfService", "result", "missing");

    private final WorklistSource source;
    private final InstantSource clock;

    WorklistResource(WorklistSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Trials that are incomplete or not supported, least time left first, with what is missing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "bad-identifier, out-of-bounds")
    public byte[] list(
            @QueryParam("clinic") @Nullable String clinic,
            @Parameter(description = "1 to 500, 100 when absent") @QueryParam("limit") @Nullable String limit,
            @Parameter(description = "the 'next' of the page before") @QueryParam("cursor") @Nullable String cursor) {
        int sizeMax = Paging.limit(limit);
        WorklistPlace after = cursor == null ? null : WorklistCursor.parse(cursor);
        Instant now = after == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : after.asOf();
        List<Item> found = source.page(clinic == null ? null : new ClinicId(clinic), now, after, sizeMax + 1);
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        found.stream().limit(sizeMax).forEach(item -> add(item, items));
        boolean more = found.size() > sizeMax;
        page.put("next", more ? WorklistCursor.of(found.get(sizeMax - 1).place()) : null);
        return Json.bytes(page);
    }

    private static void add(Item item, ArrayNode items) {
        CoverageDetermination determination = item.determination();
        if (determination == null) {
            return;
        }
        ObjectNode whole = CoverageDeterminationCodec.node(determination);
        ObjectNode node = items.addObject();
        SUMMARY.forEach(field -> node.set(field, whole.get(field)));
        node.put("clinic", item.clinic().value());
        // They stand least time left first.
        Missing first = determination.missing().isEmpty()
                ? null
                : determination.missing().getFirst();
        node.put("limit", first == null ? null : first.limit().word())
                .put(
                        "until",
                        first == null || first.until() == null
                                ? null
                                : first.until().toString());
    }
}

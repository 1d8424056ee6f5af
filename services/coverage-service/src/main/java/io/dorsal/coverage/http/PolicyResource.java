package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.core.Policy;
import io.dorsal.model.wire.Json;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** {@code /api/policies}: what payers ask for, in words, every version. */
@Path("/api/policies")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class PolicyResource {
    private final PolicySource source;

    PolicyResource(PolicySource source) {
        this.source = source;
    }

    @GET
    @Operation(summary = "Every policy with its versions and criteria, by id")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public byte[] list() {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        for (String id : source.policies().ids()) {
            ArrayNode versions = items.addObject().put("id", id).putArray("versions");
            source.policies().versionsOf(id).forEach(policy -> versions.add(PolicyNodes.of(policy)));
        }
        return Json.bytes(page);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One policy: each version with the text of its file")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "not-found")
    public byte[] one(@PathParam("id") String id) {
        List<Policy> found = source.policies().versionsOf(id);
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        ObjectNode node = Json.object().put("id", id);
        ArrayNode versions = node.putArray("versions");
        found.forEach(policy -> versions.add(PolicyNodes.of(policy).put("text", source.text(policy.ref()))));
        return Json.bytes(node);
    }
}

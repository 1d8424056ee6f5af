package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.coverage.http.FhirSource.Found;
import io.dorsal.coverage.http.FhirSource.Wanted;
import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.Issues;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.Json;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** {@code /fhir}: resources of released packets, read and searched; every answer is a FHIR resource, refusals too. */
@Path("/fhir")
@Blocking
public class FhirResource {
    private static final String PAS_BUNDLE = "$pas-bundle";

    private final FhirSource source;

    FhirResource(FhirSource source) {
        this.source = source;
    }

    @GET
    @Path("{type}")
    @Operation(
            summary = "Searches the latest released packet of each trial and policy",
            description = "Parameters _id, patient, patient.identifier, code, identifier, date, _count; docs/fhir.md")
    @APIResponse(responseCode = "200", description = "A Bundle of type searchset")
    @APIResponse(responseCode = "400", description = "An OperationOutcome")
    public Response search(
            @PathParam("type") String type,
            @HeaderParam("X-Forwarded-Proto") @Nullable String proto,
            @HeaderParam("X-Forwarded-Host") @Nullable String host,
            @Context UriInfo uri) {
        Wanted wanted = FhirSearch.of(type, uri.getQueryParameters());
        return answer(searchset(source.search(wanted), wanted.limit(), base(uri, proto, host), uri));
    }

    @GET
    @Path("{type}/{id}")
    @Operation(summary = "One resource of any released packet; of a Bundle, by the packet's id, the bytes as signed")
    @APIResponse(responseCode = "200", description = "The resource")
    @APIResponse(responseCode = "404", description = "An OperationOutcome")
    public Response read(@PathParam("type") String type, @PathParam("id") String id) {
        return answer(source.read(type, id).orElseThrow(() -> none("id")).json());
    }

    @GET
    @Path("Claim/{packet}/{operation}")
    @Operation(summary = "Operation $pas-bundle: the Da Vinci PAS Claim/$submit request Bundle of an issued packet")
    @APIResponse(responseCode = "200", description = "A Bundle of type collection")
    @APIResponse(responseCode = "400", description = "An OperationOutcome that names what the trial lacks")
    @APIResponse(responseCode = "404", description = "An OperationOutcome")
    public Response request(@PathParam("packet") String packet, @PathParam("operation") String operation) {
        if (!operation.equals(PAS_BUNDLE)) {
            throw none("operation");
        }
        return answer(source.request(packet).orElseThrow(() -> none("packet")));
    }

    private static Malformed none(String field) {
        return new Malformed(Reason.NOT_FOUND, field, "what was released, or issued for a request");
    }

    /** The front door says how it was asked; without one it is this address. */
    private static UriBuilder base(UriInfo uri, @Nullable String proto, @Nullable String host) {
        return proto == null || host == null
                ? uri.getBaseUriBuilder().path("fhir")
                : UriBuilder.fromUri(proto + "://" + host).path("fhir");
    }

    private static String searchset(List<Found> found, int limit, UriBuilder base, UriInfo uri) {
        List<Found> page = found.stream().limit(limit).toList();
        ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode links = bundle.putArray("link");
        String type = uri.getPathParameters().getFirst("type");
        UriBuilder self =
                base.clone().path(type).replaceQuery(uri.getRequestUri().getRawQuery());
        links.addObject().put("relation", "self").put("url", self.build().toString());
        if (found.size() > limit) {
            String next = self.replaceQueryParam("_after", FhirSearch.after(page))
                    .build()
                    .toString();
            links.addObject().put("relation", "next").put("url", next);
        }
        if (!page.isEmpty()) {
            ArrayNode entries = bundle.putArray("entry");
            for (Found each : page) {
                ObjectNode entry = entries.addObject();
                entry.put(
                        "fullUrl",
                        base.clone().path(each.type()).path(each.id()).build().toString());
                entry.set("resource", Json.parseDocument(each.json().getBytes(StandardCharsets.UTF_8)));
                entry.putObject("search").put("mode", "match");
            }
        }
        return bundle.toString();
    }

    private static Response answer(String json) {
        return Response.ok(json.getBytes(StandardCharsets.UTF_8))
                .type(Fhir.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    Response malformed(Malformed e) {
        return Response.status(e.reason() == Reason.NOT_FOUND ? 404 : 400)
                .type(Fhir.MEDIA_TYPE)
                .entity(Fhir.bytes(Issues.refusals(List.of(e))))
                .build();
    }
}

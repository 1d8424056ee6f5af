package io.dorsal.registry.http;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.wire.Json;
import io.dorsal.registry.core.Credential;
import io.dorsal.registry.core.Devices;
import io.dorsal.registry.core.RegisteredDevice;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** {@code /api/devices}: which stimulators may connect. A secret is shown once, in the answer that made it. */
@Path("/api/devices")
@Produces(MediaType.APPLICATION_JSON)
public class DeviceResource {
    private final Devices devices;
    private final SecretSource secrets;
    private final InstantSource clock;

    DeviceResource(Devices devices, SecretSource secrets, InstantSource clock) {
        this.devices = devices;
        this.secrets = secrets;
        this.clock = clock;
    }

    @PUT
    @Path("{device}")
    public Response register(@PathParam("device") String device) {
        DeviceId id = new DeviceId(device);
        Credential credential = secrets.next();
        if (devices.register(id, credential, now())) {
            return withSecret(Response.status(Response.Status.CREATED), id, credential)
                    .header(HttpHeaders.LOCATION, "/api/devices/" + id)
                    .build();
        }
        return Response.ok(Json.bytes(Answers.device(known(id)))).build();
    }

    @POST
    @Path("{device}/secret")
    public Response rotate(@PathParam("device") String device) {
        DeviceId id = new DeviceId(device);
        Credential credential = secrets.next();
        if (!devices.rotate(id, credential, now())) {
            throw unknownDevice();
        }
        return withSecret(Response.ok(), id, credential).build();
    }

    @GET
    @Path("{device}")
    public byte[] get(@PathParam("device") String device) {
        return Json.bytes(Answers.device(known(new DeviceId(device))));
    }

    @GET
    public byte[] list(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return Answers.page(
                devices.list(Paging.after(cursor, DeviceId::new), Paging.limit(limit)),
                Answers::device,
                RegisteredDevice::device);
    }

    private RegisteredDevice known(DeviceId id) {
        return devices.find(id).orElseThrow(DeviceResource::unknownDevice);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ResponseBuilder withSecret(ResponseBuilder answer, DeviceId id, Credential credential) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Json.bytes(Json.object().put("device", id.value()).put("secret", credential.secret())));
    }

    private static Malformed unknownDevice() {
        return new Malformed(Reason.UNKNOWN_DEVICE, "device", "the id of a registered device");
    }
}

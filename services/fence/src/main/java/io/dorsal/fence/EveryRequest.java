package io.dorsal.fence;

import io.dorsal.model.web.Asked;
import io.dorsal.model.web.Fence;
import io.dorsal.model.web.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Holds every request against the fence, also those below {@code /q}, before anything else looks at it. */
@ApplicationScoped
public class EveryRequest {
    private static final int BEFORE_ALL_OTHERS = 10_000;

    void register(@Observes Filters filters, FenceSettings settings) {
        Fence fence = new Fence(settings.hostNames().orElse(List.of()));
        filters.register(context -> pass(fence, context), BEFORE_ALL_OTHERS);
    }

    private static void pass(Fence fence, RoutingContext context) {
        HttpServerRequest request = context.request();
        Refusal refusal = fence.refusal(
                Asked.of(request.method().name(), request.uri(), hosts(request), request.headers()::getAll));
        if (refusal == null) {
            context.next();
            return;
        }
        // A body that nobody reads would hold up the next request of the connection.
        request.resume();
        var unused = context.response()
                .setStatusCode(refusal.status())
                .putHeader("Content-Type", Refusal.MEDIA_TYPE)
                .end(refusal.problem());
    }

    // HTTP/2 has a field of its own for it, which Vert.x does not list among the headers.
    private static List<String> hosts(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            return request.headers().getAll("Host");
        }
        return request.authority() == null
                ? List.of()
                : List.of(request.authority().toString());
    }
}

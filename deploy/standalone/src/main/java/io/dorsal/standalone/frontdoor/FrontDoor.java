package io.dorsal.standalone.frontdoor;

import io.dorsal.model.web.Asked;
import io.dorsal.model.web.Fence;
import io.dorsal.model.web.Refusal;
import io.dorsal.standalone.supervisor.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A process of its own that listens on loopback, routes by path, and answers for all where all are asked. */
public final class FrontDoor {
    private static final int EVENT_LOOPS = 2;
    private static final int CONNECTIONS_PER_BACKEND_MAX = 512;
    private static final int CONNECT_TIMEOUT_MILLIS = 2000;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    /** Silent for as long as nothing happens, which is no reason to end it. */
    private static final String EVENT_STREAM = "/api/stream";

    /** The same variable as the services', which find it among their settings as {@code dorsal.http.host-names}. */
    private static final String HOST_NAMES = "DORSAL_HTTP_HOST_NAMES";

    private final Fence fence;
    private final Map<Backend, HttpProxy> proxies = new EnumMap<>(Backend.class);
    private final Aggregation aggregation;

    private FrontDoor(Vertx vertx, Ports ports, Duration answerTimeout, Fence fence) {
        this.fence = fence;
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setMaxPoolSize(CONNECTIONS_PER_BACKEND_MAX));
        for (Backend backend : Backend.values()) {
            proxies.put(backend, proxyTo(backend, ports, client, answerTimeout));
        }
        aggregation = new Aggregation(new Fleet(vertx, ports));
    }

    public static void main(String[] arguments) {
        Ports ports = Ports.withFrontDoorAt(Integer.parseInt(arguments[0]));
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
        listen(vertx, ports, ANSWER_TIMEOUT, new Fence(hostNames()))
                .onSuccess(listening -> System.out.println("front door listens on port " + listening.actualPort()))
                .onFailure(failure -> {
                    System.err.println("front door could not listen: " + failure.getMessage());
                    System.exit(1);
                });
    }

    private static List<String> hostNames() {
        String names = System.getenv(HOST_NAMES);
        return names == null || names.isBlank()
                ? List.of()
                : Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    }

    static Future<HttpServer> listen(Vertx vertx, Ports ports, Duration answerTimeout, Fence fence) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(ports.frontDoor())
                // A body in HTTP/2 has neither of the headers by which it is held to its bound.
                .setHttp2ClearTextEnabled(false);
        return vertx.createHttpServer(options)
                .requestHandler(new FrontDoor(vertx, ports, answerTimeout, fence)::handle)
                .listen();
    }

    private void handle(HttpServerRequest request) {
        Refusal refusal = fence.refusal(Asked.of(
                request.method().name(), request.uri(), request.headers().getAll("Host"), request.headers()::getAll));
        if (refusal != null) {
            Problem.answer(refusal, request.response());
            return;
        }
        if (announcedBytes(request) > Passage.REQUEST_BYTES_MAX) {
            Problem.tooLarge(Passage.REQUEST_BYTES_MAX).answer(request.response());
            return;
        }
        switch (Route.of(request.method().name(), Objects.requireNonNullElse(request.path(), "/"))) {
            case Route.To to ->
                Objects.requireNonNull(proxies.get(to.backend())).handle(request);
            case Route.Aggregate aggregate -> aggregation.answer(aggregate.topic(), request.response());
        }
    }

    private static long announcedBytes(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private static HttpProxy proxyTo(Backend backend, Ports ports, HttpClient client, Duration answerTimeout) {
        // A tunnel would go round everything that a passage does.
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .addInterceptor(new Passage(backend))
                .originRequestProvider((request, origin) -> {
                    RequestOptions options = new RequestOptions()
                            .setHost("127.0.0.1")
                            .setPort(backend.port(ports))
                            .setConnectTimeout(answerTimeout.toMillis());
                    return origin.request(
                            EVENT_STREAM.equals(request.path())
                                    ? options
                                    : options.setIdleTimeout(answerTimeout.toMillis()));
                });
    }
}

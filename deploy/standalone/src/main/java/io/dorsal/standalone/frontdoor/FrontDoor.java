package io.dorsal.standalone.frontdoor;

import io.dorsal.standalone.supervisor.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A process of its own that listens on loopback, routes by path, and answers for all where all are asked. */
public final class FrontDoor {
    private static final int EVENT_LOOPS = 2;
    private static final int CONNECTIONS_PER_BACKEND_MAX = 512;
    private static final int CONNECT_TIMEOUT_MILLIS = 2000;
    private static final int ANSWER_TIMEOUT_MILLIS = 30_000;

    private final Map<Backend, HttpProxy> proxies = new EnumMap<>(Backend.class);
    private final Aggregation aggregation;

    private FrontDoor(Vertx vertx, Ports ports) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setMaxPoolSize(CONNECTIONS_PER_BACKEND_MAX));
        for (Backend backend : Backend.values()) {
            proxies.put(backend, proxyTo(backend, ports, client));
        }
        aggregation = new Aggregation(new Fleet(vertx, ports));
    }

    public static void main(String[] arguments) {
        Ports ports = Ports.withFrontDoorAt(Integer.parseInt(arguments[0]));
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(ports.frontDoor());
        HttpServer server = vertx.createHttpServer(options).requestHandler(new FrontDoor(vertx, ports)::handle);
        server.listen()
                .onSuccess(listening -> System.out.println("front door listens on port " + listening.actualPort()))
                .onFailure(failure -> {
                    System.err.println("front door could not listen: " + failure.getMessage());
                    System.exit(1);
                });
    }

    private void handle(HttpServerRequest request) {
        if (announcedBytes(request) > Passage.REQUEST_BYTES_MAX) {
            Problem.tooLarge(Passage.REQUEST_BYTES_MAX).answer(request.response());
            return;
        }
        switch (Route.of(Objects.requireNonNullElse(request.path(), "/"))) {
            case Route.To to ->
                Objects.requireNonNull(proxies.get(to.backend())).handle(request);
            case Route.Aggregate aggregate -> aggregation.answer(aggregate.topic(), request.response());
        }
    }

    private static long announcedBytes(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    private static HttpProxy proxyTo(Backend backend, Ports ports, HttpClient client) {
        return HttpProxy.reverseProxy(client)
                .addInterceptor(new Passage(backend))
                .originRequestProvider((request, origin) -> {
                    RequestOptions options =
                            new RequestOptions().setHost("127.0.0.1").setPort(backend.port(ports));
                    // A stream of events is silent for as long as nothing happens.
                    return origin.request(
                            backend == Backend.DASHBOARD ? options : options.setTimeout(ANSWER_TIMEOUT_MILLIS));
                });
    }
}

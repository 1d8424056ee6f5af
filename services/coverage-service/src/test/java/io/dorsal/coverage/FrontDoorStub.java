package io.dorsal.coverage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A front door behind which every trial has 62.5 % relief and no medication; for a trial whose id ends in {@code -down}
 * nobody answers.
 */
public final class FrontDoorStub implements QuarkusTestResourceLifecycleManager {
    /** What a test has put at a path. */
    private static final Map<String, byte[]> TOLD = new ConcurrentHashMap<>();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", FrontDoorStub::answer);
            started.start();
            server = started;
            return Map.of(
                    "dorsal.coverage.front-door",
                    "http://127.0.0.1:" + started.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(server, "started").stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            TOLD.put(path, exchange.getRequestBody().readAllBytes());
            send(exchange, 204, new byte[0]);
        } else if (TOLD.containsKey(path)) {
            send(exchange, 200, Objects.requireNonNull(TOLD.get(path)));
        } else {
            byte[] body = body(path);
            send(exchange, body.length > 0 ? 200 : path.contains("-down") ? 503 : 404, body);
        }
        exchange.close();
    }

    /** Empty for what there is not. */
    private static byte[] body(String path) {
        String trial = path.substring(path.lastIndexOf('/') + 1);
        boolean outcome = path.startsWith("/api/responders/") && !trial.endsWith("-down");
        return switch (trial) {
            case "facts" -> new byte[0];
            case "rules" -> path.startsWith("/api/opioids/") ? PacketFacts.opioidRules() : PacketFacts.responderRules();
            default -> outcome ? Samples.outcome(trial, "125/2").getBytes(StandardCharsets.UTF_8) : new byte[0];
        };
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(body);
        }
    }
}

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
import org.jspecify.annotations.Nullable;

/**
 * A front door behind which every trial has 62.5 % relief and no medication; for a trial whose id ends in {@code -down}
 * nobody answers.
 */
public final class FrontDoorStub implements QuarkusTestResourceLifecycleManager {
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
        String trial = path.substring(path.lastIndexOf('/') + 1);
        boolean responder = path.startsWith("/api/responders/");
        byte[] body = responder ? Samples.outcome(trial, "125/2").getBytes(StandardCharsets.UTF_8) : new byte[0];
        int status = trial.endsWith("-down") ? 503 : responder ? 200 : 404;
        exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
        if (status == 200) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}

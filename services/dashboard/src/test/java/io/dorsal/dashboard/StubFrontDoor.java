package io.dorsal.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands for the front door: answers with what a test has put here, 404 otherwise, 503 on demand. */
public final class StubFrontDoor implements QuarkusTestResourceLifecycleManager {
    static final Map<String, byte[]> ANSWERS = new ConcurrentHashMap<>();
    static final Map<String, byte[]> OPIOIDS = new ConcurrentHashMap<>();
    static final Map<String, byte[]> COVERAGE = new ConcurrentHashMap<>();

    /** By the last word of the path: {@code policies}, or a policy's id. */
    static final Map<String, byte[]> POLICIES = new ConcurrentHashMap<>();

    /** By the query. */
    static final Map<String, byte[]> WORKLIST = new ConcurrentHashMap<>();

    /** By the path. */
    static final Map<String, byte[]> FIGURES = new ConcurrentHashMap<>();

    static final List<String> ASKED = new CopyOnWriteArrayList<>();
    static volatile boolean away;
    static volatile boolean opioidsAway;
    static volatile boolean coverageAway;

    private HttpServer server;

    static void reset() {
        ANSWERS.clear();
        OPIOIDS.clear();
        COVERAGE.clear();
        POLICIES.clear();
        WORKLIST.clear();
        FIGURES.clear();
        opioidsAway = false;
        coverageAway = false;
        ASKED.clear();
        away = false;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/responders/", exchange -> answer(exchange, ANSWERS, away));
        server.createContext("/api/opioids/", exchange -> answer(exchange, OPIOIDS, away || opioidsAway));
        server.createContext("/api/coverage/", exchange -> answer(exchange, COVERAGE, away || coverageAway));
        server.createContext("/api/policies", exchange -> answer(exchange, POLICIES, away || coverageAway));
        server.createContext(
                "/api/worklist",
                exchange -> answer(exchange, WORKLIST, exchange.getRequestURI().getRawQuery(), away || coverageAway));
        for (String path : List.of("/api/figures", "/api/clinics/")) {
            server.createContext(
                    path,
                    exchange ->
                            answer(exchange, FIGURES, exchange.getRequestURI().getPath(), away));
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of(
                "dorsal.front-door",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                // The first question of all warms the client up, which takes its time on a busy machine.
                "dorsal.dashboard.front-door-timeout",
                "PT15S",
                "dorsal.dashboard.heartbeat",
                "PT0.5S");
    }

    private static void answer(HttpExchange exchange, Map<String, byte[]> answers, boolean away) throws IOException {
        String path = exchange.getRequestURI().getPath();
        answer(exchange, answers, path.substring(path.lastIndexOf('/') + 1), away);
    }

    private static void answer(HttpExchange exchange, Map<String, byte[]> answers, String key, boolean away)
            throws IOException {
        ASKED.add(exchange.getRequestURI().toString());
        byte[] body = answers.get(key);
        try (exchange) {
            if (away || body == null) {
                exchange.sendResponseHeaders(away ? 503 : 404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}

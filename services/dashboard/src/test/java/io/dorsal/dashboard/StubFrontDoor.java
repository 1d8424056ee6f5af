package io.dorsal.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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

    /** By method and path: lists, answers to what is done, verifications and comparisons. */
    static final Map<String, Reply> PACKETS = new ConcurrentHashMap<>();

    /** An answer with a status of its own. */
    record Reply(int status, byte[] body) {}

    /** Bodies that were posted. */
    static final List<String> POSTED = new CopyOnWriteArrayList<>();

    static final List<String> ASKED = new CopyOnWriteArrayList<>();
    static volatile boolean away;
    static volatile boolean opioidsAway;
    static volatile boolean coverageAway;

    private static final byte[] NOTHING = {};

    private HttpServer server;

    static void reset() {
        ANSWERS.clear();
        OPIOIDS.clear();
        COVERAGE.clear();
        POLICIES.clear();
        WORKLIST.clear();
        FIGURES.clear();
        PACKETS.clear();
        POSTED.clear();
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
        server.createContext("/api/coverage/", exchange -> {
            if (exchange.getRequestURI().getPath().contains("/packet")) {
                packets(exchange);
            } else {
                answer(exchange, COVERAGE, away || coverageAway);
            }
        });
        server.createContext("/api/packets/", StubFrontDoor::packets);
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

    /** A trial without packets has an empty list of them. */
    private static void packets(HttpExchange exchange) throws IOException {
        ASKED.add(exchange.getRequestURI().toString());
        String path =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        Reply none = path.startsWith("GET") && path.endsWith("/packets")
                ? new Reply(200, SamplePackets.list())
                : new Reply(404, NOTHING);
        Reply reply = away || coverageAway ? new Reply(503, NOTHING) : PACKETS.getOrDefault(path, none);
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!path.startsWith("GET")) {
                POSTED.add(body);
            }
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
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

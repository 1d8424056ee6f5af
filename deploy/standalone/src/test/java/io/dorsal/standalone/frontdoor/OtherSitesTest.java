package io.dorsal.standalone.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.web.Fence;
import io.dorsal.standalone.supervisor.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of another site can make a browser send to the front door: nothing of it reaches a service. */
class OtherSitesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final Ports ports = Ports.free();
    private final List<String> reached = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        done(FrontDoor.listen(vertx, ports, PATIENCE, new Fence(List.of("dorsal.example"))));
        for (Backend backend : Backend.values()) {
            done(vertx.createHttpServer()
                    .requestHandler(request -> {
                        reached.add(request.method() + " " + request.path());
                        request.response().end(request.getHeader("X-Forwarded-Host"));
                    })
                    .listen(backend.port(ports), "127.0.0.1"));
        }
    }

    @AfterEach
    void close() {
        done(vertx.close());
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/trials/T/reports",
        "POST,   /api/trials/T/decisions",
        "PUT,    /api/trials/T",
        "POST,   /api/devices/D/secret",
        "POST,   /api/coverage/T/packets",
        "POST,   /api/packets/P/release",
        "POST,   /fhir/Observation",
        "POST,   /fhir",
        "DELETE, /fhir/Observation/1",
        "POST,   /trials/T/packets",
        "POST,   /q/health",
        "POST,   /"
    })
    void aWriteOfAnotherSiteIsRefusedWhereverItGoes(String method, String path) throws IOException {
        for (String foreign : List.of(
                "Origin: http://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            String answer = answerTo(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + foreign
                    + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
            assertThat(answer).startsWith("HTTP/1.1 403 ").contains("\"reason\":\"other-site\"");
        }
        // Without a body too, as by a form of one button.
        assertThat(
                        answerTo(
                                method + " " + path
                                        + " HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(reached).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Host: evil.example, 421",
        "Host: evil.example:8080, 421",
        "Host: localhost.evil.example, 421",
        "X-None: 1, 400",
        "'Host: localhost\r\nHost: localhost', 400",
        "'Host: localhost\r\nX-Forwarded-Host: evil.example', 421"
    })
    void aNameThatIsNotOursIsRefused(String hosts, int status) throws IOException {
        for (String path : List.of("/api/trials", "/q/health/live", "/q/health", "/trials/T", "/fhir/metadata")) {
            assertThat(answerTo("GET " + path + " HTTP/1.1\r\n" + hosts + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("application/problem+json");
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void whatIsOurOwnPasses() throws IOException {
        assertThat(answerTo("POST /fhir HTTP/1.1\r\nHost: dorsal.example\r\nOrigin: https://dorsal.example\r\n"
                        + "Sec-Fetch-Site: same-origin\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("dorsal.example");
        assertThat(answerTo("POST /api/devices/D/secret HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Length: 0\r\n"
                        + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(reached).containsExactly("POST /fhir", "POST /api/devices/D/secret");
    }

    private String answerTo(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ports.frontDoor())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}

package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.standalone.supervisor.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every HTTP port of the packaged stack holds off pages of other sites, not the front door alone. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OtherSitesIT {
    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final Ports ports = SHARED.running().ports();

    /** Paths that would answer otherwise, below {@code /q} too. */
    private Map<Integer, List<String>> pathsByPort() {
        return Map.of(
                ports.frontDoor(), List.of("/api/trials/T/reports", "/api/packets/P/release", "/q/health/live"),
                ports.trialRegistry(), List.of("/api/trials/T/reports", "/api/devices/D/secret", "/fhir", "/q/health"),
                ports.coverageService(), List.of("/api/packets/P/release", "/fhir/Observation", "/q/health"),
                ports.responderService(), List.of("/api/responders/T", "/q/health"),
                ports.opioidService(), List.of("/api/opioids/T", "/q/metrics"),
                ports.dashboard(), List.of("/trials/T/packets", "/", "/assets/live.js", "/q/health"),
                ports.deviceIngest(), List.of("/q/health", "/q/metrics"));
    }

    @Test
    void aWriteOfAnotherSiteIsRefused() throws IOException {
        for (Map.Entry<Integer, List<String>> entry : pathsByPort().entrySet()) {
            for (String path : entry.getValue()) {
                for (String foreign : List.of("Origin: http://evil.example", "Sec-Fetch-Site: cross-site")) {
                    String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + foreign;
                    assertThat(answer(entry.getKey(), head + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                            .as("%d %s %s", entry.getKey(), path, foreign)
                            .startsWith("HTTP/1.1 403 ")
                            .contains("\"reason\":\"other-site\"");
                }
            }
        }
    }

    @Test
    void aNameThatIsNotOursIsRefused() throws IOException {
        Map<String, String> statusOfHosts = Map.of(
                "Host: evil.example", "421",
                "Host: localhost\r\nX-Forwarded-Host: evil.example", "421",
                "Host: localhost\r\nHost: localhost", "400",
                "X-None: 1", "400");
        for (Map.Entry<Integer, List<String>> entry : pathsByPort().entrySet()) {
            for (String path : entry.getValue()) {
                for (Map.Entry<String, String> hosts : statusOfHosts.entrySet()) {
                    String head = "GET " + path + " HTTP/1.1\r\n" + hosts.getKey();
                    assertThat(answer(entry.getKey(), head + "\r\nConnection: close\r\n\r\n"))
                            .as("%d %s %s", entry.getKey(), path, hosts.getKey())
                            .startsWith("HTTP/1.1 " + hosts.getValue() + " ");
                }
            }
        }
    }

    @Test
    void whoIsNoBrowserOrAsksFromHerePasses() throws IOException {
        String own = "Origin: http://localhost:" + ports.frontDoor() + "\r\nSec-Fetch-Site: same-origin\r\n";
        for (String header : List.of("", own)) {
            String head = "POST /api/trials/nobody/reports HTTP/1.1\r\nHost: localhost:" + ports.frontDoor() + "\r\n";
            assertThat(answer(
                            ports.frontDoor(),
                            head + header + "Content-Type: application/json\r\nContent-Length: 2\r\n"
                                    + "Connection: close\r\n\r\n{}"))
                    .doesNotContain("other-site")
                    .contains("\"reason\":");
        }
    }

    private static String answer(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}

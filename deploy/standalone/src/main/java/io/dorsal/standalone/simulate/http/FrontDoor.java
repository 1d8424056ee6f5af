package io.dorsal.standalone.simulate.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.wire.Json;
import io.dorsal.standalone.simulate.retry.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** HTTP to the front door, repeated while the platform is busy or away. */
public final class FrontDoor {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final Set<Integer> WORTH_REPEATING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();
    private final URI address;
    private final Patience patience;

    public FrontDoor(URI address, Patience patience) {
        this.address = address;
        this.patience = patience;
    }

    /** An answer other than "come back later". */
    public record Answer(int status, String body, String tag) {
        public boolean isGood() {
            return status / 100 == 2;
        }

        public JsonNode json() {
            return Json.parse(body.getBytes(StandardCharsets.UTF_8));
        }

        /** The answer, if it is a good one; otherwise says what was refused and why. */
        public Answer orRefuse(String what) {
            if (isGood()) {
                return this;
            }
            throw new Patience.Hopeless("%s was refused with %d: %s".formatted(what, status, body));
        }
    }

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_MAX)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return patience.until(() -> answer(request.build()));
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (WORTH_REPEATING.contains(response.statusCode())) {
            throw new IOException("The platform answered " + response.statusCode());
        }
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(""));
    }
}

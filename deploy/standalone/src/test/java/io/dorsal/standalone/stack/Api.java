package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The front door as a stranger with {@code curl} sees it: nothing of the project's own client code. */
final class Api {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI frontDoor;

    Api(URI frontDoor) {
        this.frontDoor = frontDoor;
    }

    JsonNode put(String path, String body) {
        return good(send("PUT", path, body));
    }

    /** A put that creates, or changes whatever version there is. */
    JsonNode write(String path, String body) {
        HttpResponse<byte[]> now = send("GET", path, "");
        String[] condition = now.statusCode() == 200
                ? new String[] {"If-Match", now.headers().firstValue("ETag").orElseThrow()}
                : new String[0];
        return good(send("PUT", path, body, condition));
    }

    JsonNode post(String path, String body) {
        return good(send("POST", path, body));
    }

    JsonNode get(String path) {
        return good(send("GET", path, ""));
    }

    int status(String path) {
        return send("GET", path, "").statusCode();
    }

    private static JsonNode good(HttpResponse<byte[]> response) {
        assertThat(response.statusCode())
                .as("%s %s: %s", response.request().method(), response.uri(), new String(response.body()))
                .isBetween(200, 299);
        return Json.parse(response.body());
    }

    private HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(frontDoor.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.dorsal.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dorsal.model.DeviceId;
import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Registers devices through the front door. */
record DeviceRegistration(URI frontDoor) {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int FIRST_ERROR = 400;

    /** The device's secret when it is new or was rotated; nobody can read it again later. */
    Optional<String> register(DeviceId device, boolean rotate) throws IOException, InterruptedException {
        JsonNode registered = send("PUT", "/api/devices/" + device);
        if (rotate && !registered.has("secret")) {
            registered = send("POST", "/api/devices/" + device + "/secret");
        }
        return Optional.ofNullable(registered.get("secret")).map(JsonNode::asText);
    }

    private JsonNode send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(frontDoor.resolve(path))
                .timeout(TIMEOUT)
                .method(method, BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode answer = new ObjectMapper().readTree(response.body());
            if (response.statusCode() >= FIRST_ERROR) {
                throw new Refusal("the registry refused: "
                        + answer.path("detail").asText(response.statusCode() + " " + response.body()));
            }
            return answer;
        }
    }
}

package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.Outcomes;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.ResponderOutcomeReader;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks responder-service, through the front door, what the outcome is as of an instant. */
@ApplicationScoped
public class FrontDoor implements Outcomes {
    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    private final URI address;
    private final Duration timeout;
    private final int bytesMax;
    private final MeterRegistry meters;
    private final HttpClient client;

    @Inject
    public FrontDoor(FrontDoorSettings settings, MeterRegistry meters) {
        this.address = settings.address();
        this.timeout = settings.timeout();
        this.bytesMax = settings.outcomeBytesMax();
        this.meters = meters;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Answer ask(TrialId trial, @Nullable Instant asOf) {
        Answer answer = answer(request(trial, asOf));
        meters.counter("dorsal.dashboard.asked", "result", result(answer)).increment();
        return answer;
    }

    private HttpRequest request(TrialId trial, @Nullable Instant asOf) {
        String path = "/api/responders/" + trial + (asOf == null ? "" : "?asOf=" + asOf);
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(timeout)
                .header("Accept", "application/json")
                .GET()
                .build();
    }

    private Answer answer(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case 200 -> found(body);
                    case 404 -> new Unknown();
                    default -> new Unavailable("it answered with status %d".formatted(response.statusCode()));
                };
            }
        } catch (HttpTimeoutException e) {
            return new Unavailable("it did not answer within %d ms".formatted(timeout.toMillis()));
        } catch (IOException e) {
            return new Unavailable("it cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable("the dashboard is stopping");
        }
    }

    private Answer found(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            return new Unavailable("its answer was longer than %d bytes".formatted(bytesMax));
        }
        try {
            return new Found(ResponderOutcomeReader.parse(bytes));
        } catch (Malformed e) {
            LOG.warnf("responder-service's answer cannot be read: %s", e.getMessage());
            return new Unavailable("its answer could not be read");
        }
    }

    private static String result(Answer answer) {
        return switch (answer) {
            case Found found -> "found";
            case Unknown unknown -> "unknown";
            case Unavailable unavailable -> "unavailable";
        };
    }
}

package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.Outcomes;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.wire.OpioidOutcomeReader;
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
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks each service, through the front door, what its outcome is as of an instant. */
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
    public Answers ask(TrialId trial, @Nullable Instant asOf) {
        CompletableFuture<Answer<OpioidOutcome>> opioids = CompletableFuture.supplyAsync(
                () -> answer("opioids", trial, asOf, OpioidOutcomeReader::parse), Thread::startVirtualThread);
        Answer<ResponderOutcome> responder = answer("responders", trial, asOf, ResponderOutcomeReader::parse);
        return new Answers(responder, opioids.join());
    }

    private <T> Answer<T> answer(String path, TrialId trial, @Nullable Instant asOf, Function<byte[], T> parse) {
        Answer<T> answer = answer(request(path, trial, asOf), parse);
        meters.counter("dorsal.dashboard.asked", "of", path, "result", result(answer))
                .increment();
        return answer;
    }

    private HttpRequest request(String of, TrialId trial, @Nullable Instant asOf) {
        String path = "/api/" + of + "/" + trial + (asOf == null ? "" : "?asOf=" + asOf);
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(timeout)
                .header("Accept", "application/json")
                .GET()
                .build();
    }

    private <T> Answer<T> answer(HttpRequest request, Function<byte[], T> parse) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case 200 -> found(body, request.uri().getPath(), parse);
                    case 404 -> new Unknown<>();
                    default -> new Unavailable<>("it answered with status %d".formatted(response.statusCode()));
                };
            }
        } catch (HttpTimeoutException e) {
            return new Unavailable<>("it did not answer within %d ms".formatted(timeout.toMillis()));
        } catch (IOException e) {
            return new Unavailable<>("it cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable<>("the dashboard is stopping");
        }
    }

    private <T> Answer<T> found(InputStream body, String path, Function<byte[], T> parse) throws IOException {
        byte[] bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            return new Unavailable<>("its answer was longer than %d bytes".formatted(bytesMax));
        }
        try {
            return new Found<>(parse.apply(bytes));
        } catch (Malformed e) {
            LOG.warnf("The answer of %s cannot be read: %s", path, e.getMessage());
            return new Unavailable<>("its answer could not be read");
        }
    }

    private static String result(Answer<?> answer) {
        return switch (answer) {
            case Found<?> found -> "found";
            case Unknown<?> unknown -> "unknown";
            case Unavailable<?> unavailable -> "unavailable";
        };
    }
}

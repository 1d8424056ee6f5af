package io.dorsal.coverage.frontdoor;

import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeReader;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks the services that own outcomes, through the front door, what they are as of an instant. */
@ApplicationScoped
public class FrontDoor {
    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    private final FrontDoorSettings settings;
    private final MeterRegistry meters;
    private final HttpClient client;

    public FrontDoor(FrontDoorSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public Answer<ResponderOutcome> responder(TrialId trial, Instant asOf) {
        return ask("/api/responders/", trial, asOf, ResponderOutcomeReader::parse);
    }

    public Answer<OpioidOutcome> opioids(TrialId trial, Instant asOf) {
        return ask("/api/opioids/", trial, asOf, OpioidOutcomeReader::parse);
    }

    /** All facts of a trial, as their service keeps them. */
    public Answer<byte[]> facts(TrialId trial) {
        return ask("/api/responders/", trial + "/facts", settings.factsBytesMax(), Function.identity());
    }

    /** What pain, function and stimulation outcomes are computed with. */
    public Answer<byte[]> responderRules(TrialId trial) {
        return ask("/api/responders/", trial + "/rules", settings.outcomeBytesMax(), Function.identity());
    }

    /** What opioid outcomes are computed with. */
    public Answer<byte[]> opioidRules(TrialId trial) {
        return ask("/api/opioids/", trial + "/rules", settings.outcomeBytesMax(), Function.identity());
    }

    private <O> Answer<O> ask(String path, TrialId trial, Instant asOf, Function<byte[], O> parse) {
        return ask(path, trial + "?asOf=" + asOf, settings.outcomeBytesMax(), parse);
    }

    private <O> Answer<O> ask(String path, String rest, int bytesMax, Function<byte[], O> parse) {
        URI address = settings.address().resolve(path + rest);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .GET()
                .build();
        Answer<O> answer = answer(request, path, bytesMax, parse);
        meters.counter("dorsal.coverage.asked", "path", path, "result", result(answer))
                .increment();
        return answer;
    }

    private <O> Answer<O> answer(HttpRequest request, String path, int bytesMax, Function<byte[], O> parse) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case 200 -> found(body, path, bytesMax, parse);
                    case 404 -> new Answer.Unknown<>();
                    default ->
                        new Answer.Unavailable<>("%s answered with status %d".formatted(path, response.statusCode()));
                };
            }
        } catch (HttpTimeoutException e) {
            return new Answer.Unavailable<>("%s did not answer within %s".formatted(path, settings.timeout()));
        } catch (IOException e) {
            return new Answer.Unavailable<>(path + " cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable<>("this service is stopping");
        }
    }

    private <O> Answer<O> found(InputStream body, String path, int bytesMax, Function<byte[], O> parse)
            throws IOException {
        byte[] bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            return new Answer.Unavailable<>("the answer of %s is longer than %d bytes".formatted(path, bytesMax));
        }
        try {
            return new Answer.Found<>(parse.apply(bytes));
        } catch (Malformed e) {
            LOG.warnf(
                    "An answer of %s cannot be read: %s in %s", path, e.reason().word(), e.field());
            return new Answer.Unavailable<>("the answer of %s could not be read".formatted(path));
        }
    }

    private static String result(Answer<?> answer) {
        return switch (answer) {
            case Answer.Found<?> found -> "found";
            case Answer.Unknown<?> unknown -> "unknown";
            case Answer.Unavailable<?> unavailable -> "unavailable";
        };
    }
}

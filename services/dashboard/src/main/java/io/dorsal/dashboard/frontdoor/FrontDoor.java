package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.model.Malformed;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Asks the services through the front door, within a bounded time and up to a bounded length. */
@ApplicationScoped
public class FrontDoor {
    private static final Logger LOG = Logger.getLogger(FrontDoor.class);

    private final URI address;
    private final Duration timeout;
    private final Duration workTimeout;
    private final int bytesMax;
    private final MeterRegistry meters;
    private final HttpClient client;

    public FrontDoor(FrontDoorSettings settings, MeterRegistry meters) {
        this.address = settings.address();
        this.timeout = settings.timeout();
        this.workTimeout = settings.workTimeout();
        this.bytesMax = settings.outcomeBytesMax();
        this.meters = meters;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What {@code parse} makes of the answer.
     *
     * @param of the first word of the path after {@code /api/}, which also labels the metric
     * @param rest of the address, encoded
     */
    <T> Answer<T> ask(String of, String rest, Function<byte[], T> parse) {
        return answer(of, request(of, rest, timeout).GET().build(), Map.of(200, parse));
    }

    /** The same of an answer that takes work, each status read in its own way. */
    <T> Answer<T> askPatiently(String of, String rest, Map<Integer, Function<byte[], T>> parse) {
        return answer(of, request(of, rest, workTimeout).GET().build(), parse);
    }

    /** As {@link #askPatiently}, of having something done. */
    <T> Answer<T> post(String of, String rest, byte[] body, Map<Integer, Function<byte[], T>> parse) {
        HttpRequest request = request(of, rest, workTimeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return answer(of, request, parse);
    }

    private HttpRequest.Builder request(String of, String rest, Duration within) {
        return HttpRequest.newBuilder(address.resolve("/api/" + of + rest))
                .timeout(within)
                .header("Accept", "application/json, application/pdf");
    }

    private <T> Answer<T> answer(String of, HttpRequest request, Map<Integer, Function<byte[], T>> parse) {
        Answer<T> answer = answer(request, parse);
        meters.counter("dorsal.dashboard.asked", "of", of, "result", result(answer))
                .increment();
        return answer;
    }

    private <T> Answer<T> answer(HttpRequest request, Map<Integer, Function<byte[], T>> parse) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                Function<byte[], T> reader = parse.get(response.statusCode());
                if (reader != null) {
                    return found(body, request.uri().getPath(), reader);
                }
                return response.statusCode() == 404
                        ? new Unknown<>()
                        : new Unavailable<>("it answered with status %d".formatted(response.statusCode()));
            }
        } catch (HttpTimeoutException e) {
            Duration within = request.timeout().orElse(timeout);
            return new Unavailable<>("it did not answer within %d ms".formatted(within.toMillis()));
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

package io.dorsal.standalone.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dorsal.model.web.Fence;
import io.dorsal.standalone.supervisor.Ports;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front door before services that a test makes up. */
class FrontDoorTest {
    private static final Duration ANSWER_TIMEOUT = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final Ports ports = Ports.free();
    private final HttpClient client = vertx.createHttpClient();

    /** What came to the client, read to its end. */
    private record Answer(int status, MultiMap headers, String body) {
        String reason() {
            return new JsonObject(body).getString("reason");
        }
    }

    @BeforeEach
    void listen() {
        done(FrontDoor.listen(vertx, ports, ANSWER_TIMEOUT, new Fence(List.of())));
    }

    @AfterEach
    void close() {
        done(vertx.close());
    }

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefused() {
        Buffer tooMuch = Buffer.buffer(new byte[(int) Passage.REQUEST_BYTES_MAX + 1]);
        Answer answer = ask(HttpMethod.PUT, "/api/trials/T-1", request -> request.send(tooMuch));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.reason()).isEqualTo("payload-too-large");
    }

    @Test
    void aBodyThatBecomesTooLargeIsRefusedAndNeverReachesTheService() {
        List<String> reached = new CopyOnWriteArrayList<>();
        serve(ports.trialRegistry(), request -> {
            reached.add(request.path());
            request.response().end();
        });
        Answer answer = ask(HttpMethod.PUT, "/api/trials/T-1", request -> {
            request.setChunked(true);
            for (int sent = 0; sent <= Passage.REQUEST_BYTES_MAX; sent += 64 * 1024) {
                request.write(Buffer.buffer(new byte[64 * 1024]));
            }
            request.end();
            return request.response();
        });
        assertThat(answer.status()).isEqualTo(413);
        assertThat(reached).isEmpty();
    }

    @Test
    void aBodyWithinTheBoundArrivesWhole() {
        serve(
                ports.trialRegistry(),
                request -> request.body().onSuccess(body -> request.response().end("" + body.length())));
        Answer answer = ask(HttpMethod.PUT, "/api/trials/T-1", request -> {
            request.setChunked(true);
            request.write(Buffer.buffer(new byte[70_000]));
            request.end();
            return request.response();
        });
        assertThat(answer.body()).isEqualTo("70000");
    }

    @Test
    void aServiceThatIsAwayIs503() {
        Answer answer = get("/api/responders/T-1");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().get("Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
        assertThat(answer.reason()).isEqualTo("unavailable");
        assertThat(answer.body()).contains("responder-service");
    }

    @Test
    void aServiceThatHangsIs503WhateverIsAsked() {
        serve(ports.responderService(), request -> {});
        serve(ports.dashboard(), request -> {});
        assertThat(get("/api/responders/T-1").status()).isEqualTo(503);
        assertThat(get("/trials/T-1").status()).isEqualTo(503);
    }

    @Test
    void aStreamOfEventsIsPassedOnAtOnceAndMayBeSilentForLong() {
        serve(ports.dashboard(), request -> {
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            request.response().write("event: first\n\n");
            vertx.setTimer(
                    3 * ANSWER_TIMEOUT.toMillis(), late -> request.response().write("event: second\n\n"));
        });
        StringBuffer heard = new StringBuffer();
        // Heard from inside the event loop: what comes before there is a handler, Vert.x drops.
        done(open(HttpMethod.GET, "/api/stream")
                .compose(HttpClientRequest::send)
                .map(response -> response.handler(heard::append)));
        await().atMost(PATIENCE).until(() -> heard.toString().equals("event: first\n\n"));
        await().atMost(PATIENCE).until(() -> heard.toString().endsWith("event: second\n\n"));
    }

    @Test
    void headersOfOneHopAndOfAnEarlierProxyEndHere() {
        serve(
                ports.trialRegistry(),
                request -> request.response().end(request.headers().names().toString()));
        Answer answer = ask(
                HttpMethod.GET,
                "/api/trials",
                request -> request.putHeader("Connection", "x-mine, close")
                        .putHeader("X-Mine", "1")
                        .putHeader("X-Other", "2")
                        .putHeader("X-Real-IP", "9.9.9.9")
                        .send());
        assertThat(answer.body()).contains("X-Other").doesNotContainIgnoringCase("x-mine", "x-real-ip");
    }

    @Test
    void http2WhoseBodiesAreNotBoundedIsNotSpoken() {
        HttpClient http2 = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        assertThatThrownBy(() -> done(http2.request(HttpMethod.GET, ports.frontDoor(), "127.0.0.1", "/q/health/live")
                        .compose(HttpClientRequest::send)))
                .isNotNull();
    }

    @Test
    void anAnswerThatCannotBeAddedUpIsARefusalAndNoSilence() {
        serve(ports.dashboard(), request -> request.response().end("{\"paths\":7}"));
        assertThat(get("/q/openapi").status()).isEqualTo(503);
    }

    private void serve(int port, Handler<HttpServerRequest> service) {
        done(vertx.createHttpServer().requestHandler(service).listen(port, "127.0.0.1"));
    }

    private Answer get(String path) {
        return ask(HttpMethod.GET, path, HttpClientRequest::send);
    }

    private Answer ask(HttpMethod method, String path, Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        return done(open(method, path)
                .compose(send)
                .compose(response -> response.body()
                        .map(body -> new Answer(response.statusCode(), response.headers(), body.toString()))));
    }

    private Future<HttpClientRequest> open(HttpMethod method, String path) {
        return client.request(method, ports.frontDoor(), "127.0.0.1", path);
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}

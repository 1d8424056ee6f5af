package io.dorsal.standalone.frontdoor;

import io.dorsal.standalone.supervisor.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.EnumMap;
import java.util.Map;

/** Asks all services one question at once; a service that does not answer in time has said nothing. */
final class Fleet {
    private static final int TIMEOUT_MILLIS = 2000;

    /** What one service said; status 0 when it said nothing. */
    record Answer(int status, String body) {
        static final Answer NONE = new Answer(0, "");

        boolean isOk() {
            return status == 200;
        }
    }

    private final HttpClient client;
    private final Ports ports;

    Fleet(Vertx vertx, Ports ports) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
        this.ports = ports;
    }

    Future<Map<Backend, Answer>> askAll(String path, String mediaType) {
        Map<Backend, Answer> answers = new EnumMap<>(Backend.class);
        Future<Void> all = Future.succeededFuture();
        for (Backend backend : Backend.values()) {
            Future<Answer> asked = ask(backend, path, mediaType);
            all = all.compose(nothing -> asked)
                    .onSuccess(answer -> answers.put(backend, answer))
                    .mapEmpty();
        }
        return all.map(answers);
    }

    private Future<Answer> ask(Backend backend, String path, String mediaType) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(backend.port(ports))
                .setURI(path)
                .setTimeout(TIMEOUT_MILLIS)
                .putHeader("Accept", mediaType);
        return client.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(), body.toString())))
                .otherwise(Answer.NONE);
    }
}

package io.dorsal.standalone.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Arrays;
import java.util.List;

/** What happens to a request on its way to a backend: bounded, told where it came from, and answered if all is silent. */
final class Passage implements ProxyInterceptor {
    static final long REQUEST_BYTES_MAX = 2L * 1024 * 1024;

    private static final String CONNECTION = "Connection";
    private static final List<String> FORWARDING = List.of(
            "Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Real-IP");

    private final Backend backend;

    Passage(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        dropWhatEndsHere(request.headers());
        tellOrigin(request);
        return boundBody(request)
                .compose(bounded -> context.sendRequest())
                .recover(failure -> Future.succeededFuture(answer(request, problemOf(failure))));
    }

    // What Connection names is meant for the next hop only [RFC 9110, 7.6.1].
    private static void dropWhatEndsHere(MultiMap headers) {
        headers.getAll(CONNECTION).stream()
                .flatMap(named -> Arrays.stream(named.split(",")))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .forEach(headers::remove);
        headers.remove(CONNECTION);
    }

    // The front door is the edge: what a client says about the way it came is not to be believed.
    private static void tellOrigin(ProxyRequest request) {
        HttpServerRequest original = request.proxiedRequest();
        MultiMap headers = request.headers();
        // The fence has compared this one with the names that are known.
        String called = headers.get("X-Forwarded-Host");
        FORWARDING.forEach(headers::remove);
        headers.set("X-Forwarded-For", original.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", original.isSSL() ? "https" : "http");
        headers.set("X-Forwarded-Host", called == null ? original.getHeader("Host") : called);
    }

    private static Future<Void> boundBody(ProxyRequest request) {
        boolean announced = request.proxiedRequest().getHeader("Transfer-Encoding") == null;
        if (announced) {
            // Its length was compared with the bound before it came here.
            return Future.succeededFuture();
        }
        return BoundedBody.read(request.getBody().stream(), REQUEST_BYTES_MAX)
                .onSuccess(body -> request.setBody(Body.body(body)))
                .mapEmpty();
    }

    private Problem problemOf(Throwable failure) {
        return failure instanceof BoundedBody.TooLarge
                ? Problem.tooLarge(REQUEST_BYTES_MAX)
                : Problem.unavailable(backend);
    }

    private static ProxyResponse answer(ProxyRequest request, Problem problem) {
        return request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .setBody(Body.body(problem.toBuffer()));
    }
}

package io.dorsal.standalone.frontdoor;

import io.vertx.core.http.HttpServerResponse;

/** Answers that are added up from those of all services. */
final class Aggregation {
    private static final String JSON = "application/json";
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Fleet fleet;

    Aggregation(Fleet fleet) {
        this.fleet = fleet;
    }

    void answer(Route.Topic topic, HttpServerResponse response) {
        switch (topic) {
            case LIVE -> end(response, OK, JSON, "{\"status\":\"UP\"}");
            case HEALTH ->
                fleet.askAll("/q/health/ready", JSON)
                        .map(HealthReport::of)
                        .onSuccess(report -> end(
                                response,
                                report.allUp() ? OK : UNAVAILABLE,
                                JSON,
                                report.document().encode()))
                        .onFailure(failure -> refuse(response));
            case METRICS ->
                fleet.askAll("/q/metrics", "text/plain;version=0.0.4")
                        .map(MetricsText::merge)
                        .onSuccess(text -> end(response, OK, PROMETHEUS_TEXT, text))
                        .onFailure(failure -> refuse(response));
            case OPENAPI ->
                fleet.askAll("/q/openapi?format=json", JSON)
                        .map(OpenApiMerge::merge)
                        .onSuccess(document -> end(response, OK, JSON, document.encode()))
                        .onFailure(failure -> refuse(response));
        }
    }

    // A service said what cannot be added up: whoever asks is told, and does not wait for ever.
    private static void refuse(HttpServerResponse response) {
        Problem.notAddedUp().answer(response);
    }

    private static void end(HttpServerResponse response, int status, String mediaType, String body) {
        var unused = response.setStatusCode(status)
                .putHeader("Content-Type", mediaType)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}

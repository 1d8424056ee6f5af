package io.dorsal.standalone.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
    @Test
    void aMetricOfTwoServicesHasOneHeadAndOneGroup() {
        Map<Backend, Fleet.Answer> answers = new EnumMap<>(Backend.class);
        answers.put(Backend.TRIAL_REGISTRY, ok("""
                # HELP jvm_threads Live threads
                # TYPE jvm_threads gauge
                jvm_threads 12.0
                # TYPE http_seconds summary
                http_seconds_count{uri="/a b",status="200"} 3.0
                """));
        answers.put(Backend.DASHBOARD, ok("""
                # HELP jvm_threads Live threads
                # TYPE jvm_threads gauge
                jvm_threads{} 7.0
                """));
        answers.put(Backend.RESPONDER_SERVICE, Fleet.Answer.NONE);

        assertThat(MetricsText.merge(answers)).isEqualTo("""
                # HELP dorsal_up Whether the service answered when it was asked for its metrics.
                # TYPE dorsal_up gauge
                dorsal_up{service="trial-registry"} 1
                dorsal_up{service="responder-service"} 0
                dorsal_up{service="dashboard"} 1
                # HELP jvm_threads Live threads
                # TYPE jvm_threads gauge
                jvm_threads{service="trial-registry"} 12.0
                jvm_threads{service="dashboard"} 7.0
                # TYPE http_seconds summary
                http_seconds_count{service="trial-registry",uri="/a b",status="200"} 3.0
                """);
    }

    private static Fleet.Answer ok(String body) {
        return new Fleet.Answer(200, body);
    }
}

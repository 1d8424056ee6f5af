package io.dorsal.standalone.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    @ParameterizedTest
    @CsvSource({
        "/api/trials, TRIAL_REGISTRY",
        "/api/trials/T-1/reports, TRIAL_REGISTRY",
        "/api/devices/D-1, TRIAL_REGISTRY",
        "/api/responders/T-1, RESPONDER_SERVICE",
        "/api/opioids/T-1, OPIOID_SERVICE",
        "/api/coverage/T-1, COVERAGE_SERVICE",
        "/api/policies, COVERAGE_SERVICE",
        "/api/worklist, COVERAGE_SERVICE",
        "/api/clinics/harbor-pain/figures.csv, COVERAGE_SERVICE",
        "/api/figures, COVERAGE_SERVICE",
        "/api/stream, DASHBOARD",
        "/api/trialsX, DASHBOARD",
        "/, DASHBOARD",
        "/trials/T-1, DASHBOARD"
    })
    void aPathHasOneOwner(String path, Backend owner) {
        assertThat(Route.of(path)).isEqualTo(new Route.To(owner));
    }
}

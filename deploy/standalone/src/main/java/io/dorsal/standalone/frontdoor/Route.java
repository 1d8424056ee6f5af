package io.dorsal.standalone.frontdoor;

import java.util.List;

/** Who answers a path: a backend, or the front door itself. The same paths as the ingress of a cluster. */
sealed interface Route {

    /** One service answers. */
    record To(Backend backend) implements Route {}

    /** All services are asked, and their answers are added up. */
    record Aggregate(Topic topic) implements Route {}

    /** What can be asked of all services. */
    enum Topic {
        LIVE,
        HEALTH,
        METRICS,
        OPENAPI
    }

    List<String> OF_COVERAGE =
            List.of("/api/coverage", "/api/policies", "/api/worklist", "/api/clinics", "/api/figures");

    static Route of(String path) {
        return switch (path) {
            case "/q/health/live" -> new Aggregate(Topic.LIVE);
            case "/q/health", "/q/health/ready" -> new Aggregate(Topic.HEALTH);
            case "/q/metrics" -> new Aggregate(Topic.METRICS);
            case "/q/openapi" -> new Aggregate(Topic.OPENAPI);
            default -> new To(backendOf(path));
        };
    }

    private static Backend backendOf(String path) {
        if (isUnder(path, "/api/trials") || isUnder(path, "/api/devices")) {
            return Backend.TRIAL_REGISTRY;
        }
        if (isUnder(path, "/api/responders")) {
            return Backend.RESPONDER_SERVICE;
        }
        if (isUnder(path, "/api/opioids")) {
            return Backend.OPIOID_SERVICE;
        }
        if (OF_COVERAGE.stream().anyMatch(prefix -> isUnder(path, prefix))) {
            return Backend.COVERAGE_SERVICE;
        }
        return Backend.DASHBOARD;
    }

    // /api/trialsX is not below /api/trials.
    private static boolean isUnder(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}

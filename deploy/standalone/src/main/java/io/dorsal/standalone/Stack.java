package io.dorsal.standalone;

import io.dorsal.embedded.PostgresSettings;
import io.dorsal.standalone.frontdoor.FrontDoor;
import io.dorsal.standalone.supervisor.Holdings;
import io.dorsal.standalone.supervisor.Liveness;
import io.dorsal.standalone.supervisor.Part;
import io.dorsal.standalone.supervisor.Part.Step;
import io.dorsal.standalone.supervisor.Part.StopSignal;
import io.dorsal.standalone.supervisor.Ports;
import io.dorsal.standalone.supervisor.Readiness;
import io.dorsal.standalone.supervisor.StackFolder;
import io.dorsal.standalone.tls.LocalAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of Dorsal on one machine: what each is started with, and what it waits for. */
public final class Stack {
    private static final String KAFKA = Backends.KAFKA;
    private static final String POSTGRES = Backends.POSTGRES;

    private final Path home;
    private final StackFolder folder;
    private final Ports ports;
    private final Backends backends;

    public Stack(Path home, StackFolder folder, Ports ports) throws IOException {
        this.home = home;
        this.folder = folder;
        this.ports = ports;
        this.backends = new Backends(home, folder, ports);
    }

    /** In the order of the start; they stop in the reverse order. */
    public List<Part> parts(boolean withDemo) {
        List<Part> parts = new ArrayList<>(List.of(
                backends.postgres(),
                backends.kafka(),
                service(
                        new Service("device-ingest", "device-ingest", 256, ports.deviceIngest()),
                        ingest(),
                        Set.of(KAFKA),
                        () -> LocalAuthority.open(folder.tls(), Instant.now())),
                service(
                        new Service("trial-registry", "services/trial-registry", 160, ports.trialRegistry()),
                        database("registry"),
                        Set.of(POSTGRES, KAFKA),
                        Step.none()),
                service(
                        new Service("responder-service", "services/responder-service", 192, ports.responderService()),
                        database("responder"),
                        Set.of(POSTGRES, KAFKA),
                        Step.none()),
                service(
                        new Service("opioid-service", "services/opioid-service", 128, ports.opioidService()),
                        database("opioid"),
                        Set.of(POSTGRES, KAFKA),
                        Step.none()),
                service(
                        new Service("coverage-service", "services/coverage-service", 256, ports.coverageService()),
                        coverage(),
                        Set.of(POSTGRES, KAFKA),
                        Step.none(),
                        // By now there are keys, and the authority of devices.
                        () -> new Holdings(folder).rememberFiles()),
                service(
                        new Service("dashboard", "services/dashboard", 256, ports.dashboard()),
                        Map.of(),
                        Set.of(KAFKA),
                        Step.none()),
                frontDoor()));
        if (withDemo) {
            parts.add(demo());
        }
        return List.copyOf(parts);
    }

    /** A packaged Quarkus application: where it is built, what it may use, where it answers. */
    private record Service(String name, String module, int heapMebibytes, int httpPort) {}

    private Part service(Service service, Map<String, String> environment, Set<String> after, Step beforeStart) {
        return service(service, environment, after, beforeStart, Step.none());
    }

    private Part service(
            Service service, Map<String, String> environment, Set<String> after, Step beforeStart, Step onceUp) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", String.valueOf(service.httpPort()));
        all.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        all.put("DORSAL_FRONT_DOOR", "http://127.0.0.1:" + ports.frontDoor());
        return new Part(
                service.name(),
                after,
                home.resolve(service.module()).resolve("target/quarkus-app"),
                JavaCommand.ofService(service.name(), service.heapMebibytes()),
                Map.copyOf(all),
                new Readiness.ByHttp(URI.create("http://127.0.0.1:" + service.httpPort() + "/q/health/ready")),
                StopSignal.TERM,
                beforeStart,
                onceUp,
                new Liveness.Service(service.httpPort()));
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", backends.settings().jdbcUrl(name),
                "QUARKUS_DATASOURCE_USERNAME", PostgresSettings.USER,
                "QUARKUS_DATASOURCE_PASSWORD", backends.settings().password());
    }

    private Map<String, String> coverage() {
        Map<String, String> environment = new HashMap<>(database("coverage"));
        environment.put("DORSAL_COVERAGE_KEYS", folder.keys().toString());
        return environment;
    }

    private Map<String, String> ingest() {
        return Map.of(
                "DORSAL_INGEST_HOST", "127.0.0.1",
                "DORSAL_INGEST_MQTT_PORT", String.valueOf(ports.mqtt()),
                "DORSAL_INGEST_MQTTS_PORT", String.valueOf(ports.mqttTls()),
                "DORSAL_INGEST_TLS_CERTIFICATE",
                        folder.tls().resolve("server.pem").toString(),
                "DORSAL_INGEST_TLS_KEY", folder.tls().resolve("server.key").toString(),
                "DORSAL_INGEST_TLS_CLIENT_AUTHORITY",
                        folder.tls().resolve("ca.pem").toString());
    }

    private Part frontDoor() {
        return new Part(
                "front-door",
                Set.of(),
                folder.root(),
                JavaCommand.ofPart(
                        "front-door", 96, FrontDoor.class.getName(), List.of(String.valueOf(ports.frontDoor()))),
                Map.of(),
                new Readiness.ByHttp(URI.create("http://127.0.0.1:" + ports.frontDoor() + "/q/health/live")),
                StopSignal.TERM,
                Step.none(),
                Step.none(),
                new Liveness.FrontDoor(ports.frontDoor()));
    }

    private Part demo() {
        return new Part(
                "demo",
                Set.of("device-ingest", "trial-registry", "responder-service", "dashboard", "front-door"),
                folder.root(),
                JavaCommand.ofPart(
                        "demo",
                        128,
                        DemoProcess.class.getName(),
                        List.of(String.valueOf(ports.frontDoor()), String.valueOf(ports.mqtt()))),
                Map.of(),
                new Readiness.AtOnce(),
                StopSignal.TERM,
                Step.none(),
                Step.none(),
                new Liveness.Unasked());
    }
}

package io.dorsal.standalone;

import io.dorsal.embedded.DorsalHome;
import io.dorsal.standalone.supervisor.Ports;
import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.StackFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The packaged stack, driven from outside only: by the command line, HTTP and signals. */
final class StackUnderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home = DorsalHome.find();
    private final Path data;
    private final Ports ports = freePorts();

    StackUnderTest(Path data) {
        this.data = data;
    }

    /** What a command of {@code ./dorsal} said, and its exit status. */
    record Said(int status, String text) {}

    Ports ports() {
        return ports;
    }

    Said up() throws IOException, InterruptedException {
        return dorsal("up", "--no-demo", "--detach", "--port", String.valueOf(ports.frontDoor()));
    }

    Said dorsal(String... words) throws IOException, InterruptedException {
        Path target = home.resolve("deploy/standalone/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Ddorsal.home=" + home,
                "-cp",
                target.resolve("*") + ":" + target.resolve("lib").resolve("*"),
                Dorsal.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        return run(command);
    }

    static Said run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        StringBuilder text = new StringBuilder();
        // Line by line: the stack that `up --detach` leaves behind may keep the pipe open.
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
            }
        }
        return new Said(process.waitFor(), text.toString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.frontDoor() + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** 0 while the front door does not answer at all. */
    int healthStatus() throws InterruptedException {
        try {
            return get("/q/health").statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    List<RunRecord> records() throws IOException {
        return RunRecord.loadAll(StackFolder.open(data));
    }

    Optional<ProcessHandle> process(String part) throws IOException {
        return RunRecord.load(StackFolder.open(data), part)
                .flatMap(record -> record.process().find());
    }

    private static Ports freePorts() {
        Random random = new Random();
        for (int attempt = 0; attempt < 100; attempt++) {
            // Below 32768: from there on the kernel gives ports to outgoing connections, which come and go.
            Ports candidate = new Ports(3_000 + random.nextInt(10_000));
            if (candidate.all().values().stream().allMatch(StackUnderTest::isFree)) {
                return candidate;
            }
        }
        throw new IllegalStateException("expected a row of free ports, found none");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

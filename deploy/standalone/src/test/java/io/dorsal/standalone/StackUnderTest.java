package io.dorsal.standalone;

import io.dorsal.embedded.DorsalHome;
import io.dorsal.standalone.supervisor.Ports;
import io.dorsal.standalone.supervisor.RunRecord;
import io.dorsal.standalone.supervisor.StackFolder;
import java.io.IOException;
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
import java.util.concurrent.TimeUnit;

/** The packaged stack, driven from outside only: by the command line, HTTP and signals. */
final class StackUnderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** For the slowest command, a start. */
    private static final Duration COMMAND_MAX = Duration.ofMinutes(4);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home = DorsalHome.find();
    private final Path data;
    private final Ports ports = Ports.free();

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

    Said upWithDemo() throws IOException, InterruptedException {
        return dorsal("up", "--detach", "--port", String.valueOf(ports.frontDoor()));
    }

    /** A command that concerns the folder of this stack. */
    Said dorsal(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return command(all.toArray(String[]::new));
    }

    Said command(String... words) throws IOException, InterruptedException {
        Path target = home.resolve("deploy/standalone/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Ddorsal.home=" + home,
                "-cp",
                target.resolve("*") + ":" + target.resolve("lib").resolve("*"),
                Dorsal.class.getName()));
        command.addAll(List.of(words));
        return run(command);
    }

    static Said run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        StringBuffer text = new StringBuffer();
        Thread reader = Thread.ofVirtual().start(() -> read(process, text));
        if (!process.waitFor(COMMAND_MAX.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("expected an end within " + COMMAND_MAX + " of " + command + ", got: " + text);
        }
        reader.join(TIMEOUT);
        return new Said(process.exitValue(), text.toString());
    }

    // Line by line: the stack that `up --detach` leaves behind may keep the pipe open.
    private static void read(Process process, StringBuffer text) {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
            }
        } catch (IOException e) {
            text.append(e);
        }
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
}

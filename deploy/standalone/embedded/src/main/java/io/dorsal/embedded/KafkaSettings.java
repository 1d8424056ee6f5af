package io.dorsal.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one Kafka node is started with. */
public record KafkaSettings(Path data, int port, int controllerPort, int heapMebibytes, boolean stopsWithParent) {

    /** Ports of its own and little memory, for a test that leaves nothing behind. */
    public static KafkaSettings forTest(Path data) {
        return new KafkaSettings(data, FreePorts.next(), FreePorts.next(), 256, true);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The command line of the broker's JVM, which is that of this JVM. */
    public List<String> command(Path topicsFile) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMebibytes + "m",
                // One small heap: the serial collector needs the least memory and no threads of its own.
                "-XX:+UseSerialGC",
                // Half a broker is worse than one that is started again.
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(DorsalHome.classArchiveFlags("kafka"));
        command.addAll(List.of("-cp", DorsalHome.brokerClassPath(), "io.dorsal.broker.Broker"));
        command.addAll(List.of("--port", String.valueOf(port)));
        command.addAll(List.of("--controller-port", String.valueOf(controllerPort)));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(List.of("--topics", topicsFile.toString()));
        if (stopsWithParent) {
            command.add("--stop-with-parent");
        }
        return List.copyOf(command);
    }
}

package io.dorsal.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** One running Kafka node with Dorsal's topics; it can be stopped, killed, frozen and thawed. */
public final class KafkaProcess implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaSettings settings;
    private final ChildProcess child;

    private KafkaProcess(KafkaSettings settings, ChildProcess child) {
        this.settings = settings;
        this.child = child;
    }

    public static KafkaProcess start(KafkaSettings settings) throws IOException {
        Files.createDirectories(settings.data());
        Path topics =
                TopicsFile.write(settings.data().resolveSibling(settings.data().getFileName() + ".topics"));
        ChildProcess child = ChildProcess.start("Kafka", settings.command(topics), "ready"::equals);
        child.awaitReady(START_TIMEOUT);
        return new KafkaProcess(settings, child);
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    public KafkaSettings settings() {
        return settings;
    }

    public boolean isAlive() {
        return child.process().isAlive();
    }

    /** SIGTERM: Kafka writes its log to disk and ends. */
    public void stop() {
        resume();
        child.process().destroy();
        child.awaitEnd(STOP_TIMEOUT);
    }

    /** SIGKILL: as when the power of one machine goes. */
    public void kill() {
        child.process().destroyForcibly();
        child.awaitEnd(STOP_TIMEOUT);
    }

    /** SIGSTOP: connections stay open and nobody answers. */
    public void pause() {
        Signal.STOP.send(child.process().pid());
    }

    public void resume() {
        if (isAlive()) {
            Signal.CONT.send(child.process().pid());
        }
    }

    @Override
    public void close() {
        stop();
    }
}

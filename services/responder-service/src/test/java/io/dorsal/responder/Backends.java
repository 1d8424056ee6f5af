package io.dorsal.responder;

import io.dorsal.embedded.DorsalHome;
import io.dorsal.embedded.KafkaProcess;
import io.dorsal.embedded.KafkaSettings;
import io.dorsal.embedded.PostgresBinaries;
import io.dorsal.embedded.PostgresProcess;
import io.dorsal.embedded.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real Kafka and a real PostgreSQL that a test may kill, freeze and start again. */
final class Backends implements AutoCloseable {
    private static @Nullable Backends shared;

    private final PostgresBinaries binaries;
    private KafkaProcess kafka;
    private PostgresProcess postgres;

    private Backends(PostgresBinaries binaries, KafkaProcess kafka, PostgresProcess postgres) {
        this.binaries = binaries;
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /** For tests that break nothing: started once, gone with this JVM. */
    static synchronized Backends shared() throws IOException {
        if (shared == null) {
            Backends started = start();
            shared = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        }
        return shared;
    }

    static Backends start() throws IOException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        Path folder = Files.createTempDirectory(target, "backends-");
        PostgresBinaries binaries = PostgresBinaries.unpack(DorsalHome.find().resolve("target/postgres-18.3.0"));
        KafkaProcess kafka = KafkaProcess.start(KafkaSettings.forTest(folder.resolve("kafka")));
        PostgresProcess postgres = PostgresProcess.start(
                PostgresSettings.forTest(folder.resolve("postgres")).madeDurable(), binaries);
        return new Backends(binaries, kafka, postgres);
    }

    KafkaProcess kafka() {
        return kafka;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** A new, empty database for each name. */
    String jdbcUrl(String database) {
        PostgresSettings settings = postgres.settings();
        PostgresProcess.createMissingDatabases(new PostgresSettings(
                settings.data(), settings.port(), settings.password(), settings.durable(), List.of(database)));
        return postgres.jdbcUrl(database);
    }

    String password() {
        return postgres.settings().password();
    }

    void killPostgres() {
        postgres.kill();
    }

    void startPostgres() throws IOException {
        postgres = PostgresProcess.start(postgres.settings(), binaries);
    }

    void killKafka() {
        kafka.kill();
    }

    void startKafka() throws IOException {
        kafka = KafkaProcess.start(kafka.settings());
    }

    @Override
    public void close() {
        kafka.resume();
        kafka.kill();
        postgres.kill();
    }
}

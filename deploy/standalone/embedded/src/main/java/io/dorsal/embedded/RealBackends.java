package io.dorsal.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test a real Kafka and a real PostgreSQL on ports of their own.
 *
 * <p>Arguments: {@code kafka=true}, {@code database=NAME} (one or both), {@code durable=true} for tests that kill.
 */
public final class RealBackends implements QuarkusTestResourceLifecycleManager {
    private Map<String, String> arguments = Map.of();
    private @Nullable Path folder;
    private @Nullable KafkaProcess kafka;
    private @Nullable PostgresProcess postgres;

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Path started = Files.createTempDirectory(target, "backends-");
            folder = started;
            if (Boolean.parseBoolean(arguments.get("kafka"))) {
                startKafka(started, configuration);
            }
            String database = arguments.get("database");
            if (database != null) {
                startPostgres(started, database, configuration);
            }
        } catch (IOException e) {
            stop();
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(configuration);
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.kill();
        }
        if (postgres != null) {
            postgres.stop();
        }
        if (folder != null) {
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void startKafka(Path in, Map<String, String> configuration) throws IOException {
        kafka = KafkaProcess.start(KafkaSettings.forTest(in.resolve("kafka")));
        configuration.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    private void startPostgres(Path in, String database, Map<String, String> configuration) throws IOException {
        PostgresSettings fast = PostgresSettings.forTest(in.resolve("postgres"), database);
        boolean durable = Boolean.parseBoolean(arguments.get("durable"));
        PostgresBinaries binaries = PostgresBinaries.unpack(DorsalHome.find().resolve("target/postgres-18.3.0"));
        postgres = PostgresProcess.start(durable ? fast.madeDurable() : fast, binaries);
        configuration.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(database));
        configuration.put("quarkus.datasource.username", PostgresSettings.USER);
        configuration.put("quarkus.datasource.password", fast.password());
    }
}

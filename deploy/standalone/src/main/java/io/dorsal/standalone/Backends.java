package io.dorsal.standalone;

import io.dorsal.embedded.KafkaSettings;
import io.dorsal.embedded.PostgresBinaries;
import io.dorsal.embedded.PostgresFolder;
import io.dorsal.embedded.PostgresProcess;
import io.dorsal.embedded.PostgresSettings;
import io.dorsal.embedded.TopicsFile;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.standalone.supervisor.Holdings;
import io.dorsal.standalone.supervisor.Liveness;
import io.dorsal.standalone.supervisor.Part;
import io.dorsal.standalone.supervisor.Part.StopSignal;
import io.dorsal.standalone.supervisor.Ports;
import io.dorsal.standalone.supervisor.Readiness;
import io.dorsal.standalone.supervisor.StackFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kafka and PostgreSQL, which hold the state: neither starts on a folder that has lost some of it. */
final class Backends {
    static final String KAFKA = "kafka";
    static final String POSTGRES = "postgres";

    /** What is in these comes back from Kafka alone. */
    private static final List<String> DERIVED = List.of("responder", "opioid");

    /** What is in these comes back from nowhere. */
    private static final List<String> ORIGINAL = List.of("registry", "coverage");

    private static final int FOLDERS_SECONDS_MAX = 60;

    private final Path home;
    private final StackFolder folder;
    private final Ports ports;
    private final PostgresSettings settings;
    private final Holdings holdings;

    Backends(Path home, StackFolder folder, Ports ports) throws IOException {
        this.home = home;
        this.folder = folder;
        this.ports = ports;
        this.holdings = new Holdings(folder);
        this.settings = new PostgresSettings(
                folder.postgres(),
                ports.postgres(),
                folder.secret(POSTGRES),
                true,
                Stream.concat(ORIGINAL.stream(), DERIVED.stream()).toList());
    }

    PostgresSettings settings() {
        return settings;
    }

    Part postgres() {
        PostgresBinaries binaries = new PostgresBinaries(home.resolve("target/postgres-18.3.0"));
        return new Part(
                POSTGRES,
                Set.of(),
                folder.data(),
                settings.command(binaries),
                Map.of(),
                new Readiness.ByLine(PostgresProcess::isReadyLine),
                StopSignal.INT,
                () -> {
                    holdings.requirePostgres();
                    PostgresFolder.initialiseIfNew(settings, PostgresBinaries.unpack(binaries.folder()));
                    PostgresProcess.stopOrphan(settings.data());
                },
                this::makeDatabases,
                new Liveness.Postgres(ports.postgres()));
    }

    Part kafka() {
        KafkaSettings kafka = new KafkaSettings(folder.kafka(), ports.kafka(), ports.kafkaController(), 384, false);
        Path topics = folder.data().resolve("kafka.topics");
        return new Part(
                KAFKA,
                Set.of(),
                folder.data(),
                kafka.command(topics),
                Map.of(),
                new Readiness.ByLine("ready"::equals),
                StopSignal.TERM,
                () -> {
                    holdings.requireKafka();
                    TopicsFile.write(topics);
                },
                this::checkTopics,
                new Liveness.Kafka(ports.kafka()));
    }

    /** One that is derived may be missing, it fills itself again; any other only if it was never there. */
    private void makeDatabases() throws IOException {
        holdings.requireDatabases(ORIGINAL, PostgresProcess.databases(settings));
        PostgresProcess.createMissingDatabases(settings);
        holdings.rememberPostgres(settings.databases());
    }

    /** Kafka itself makes what it lacks; whether that was there before, only the folder can tell. */
    private void checkTopics() throws IOException {
        Map<String, Integer> wanted =
                Topics.all().stream().collect(Collectors.toUnmodifiableMap(Topic::name, Topic::partitions));
        // A topic exists a moment before its folders do.
        for (int second = 0; !holdings.hasTopics(wanted); second++) {
            if (second == FOLDERS_SECONDS_MAX) {
                throw new IOException("expected a folder for each partition of " + wanted.keySet() + " in "
                        + folder.kafka() + ", got less");
            }
            pause();
        }
        holdings.requireKafka();
        holdings.rememberKafka();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while Kafka was making its folders", e);
        }
    }
}

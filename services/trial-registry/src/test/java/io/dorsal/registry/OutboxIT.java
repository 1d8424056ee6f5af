package io.dorsal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.embedded.DorsalHome;
import io.dorsal.embedded.KafkaProcess;
import io.dorsal.embedded.KafkaSettings;
import io.dorsal.embedded.PostgresBinaries;
import io.dorsal.embedded.PostgresProcess;
import io.dorsal.embedded.PostgresSettings;
import io.dorsal.model.Topics;
import io.dorsal.registry.kafka.BatchProducer;
import io.dorsal.registry.store.OutboxDoor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay alone, against a Kafka and a PostgreSQL that are hung, killed and cut off. */
class OutboxIT {
    private static final OutboxSettings IMPATIENT = new OutboxSettings(
            50, Duration.ofMillis(500), Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static KafkaProcess kafka;
    private static PostgresProcess postgres;

    private final List<Running> relays = new ArrayList<>();
    private final String key = Samples.id("T");

    /** A relay on its thread. */
    private record Running(OutboxRelay relay, Thread thread, OutboxProgress progress) {
        void stop() throws InterruptedException {
            relay.stop(thread);
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        kafka = KafkaProcess.start(KafkaSettings.forTest(folder.resolve("kafka")));
        postgres = PostgresProcess.start(
                PostgresSettings.forTest(folder.resolve("postgres"), "registry").madeDurable(), binaries());
        Flyway.configure()
                .dataSource(url(), PostgresSettings.USER, postgres.settings().password())
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        kafka.kill();
        postgres.stop();
    }

    @AfterEach
    void stopRelays() throws InterruptedException {
        for (Running relay : relays) {
            relay.stop();
        }
    }

    @Test
    void nothingIsPublishedBeforeItsCommit() throws Exception {
        relay();
        try (Connection open = connection()) {
            open.setAutoCommit(false);
            insert(open, key, 1);
            // This one has the greater id and is committed first.
            write(key + "-b", 1);
            awaitEmpty();
            assertThat(values(key + "-b", 1)).containsOnly("1");
            assertThat(TopicReader.readNow(kafka.bootstrapServers(), Topics.TRIALS, key))
                    .isEmpty();
            open.commit();
        }
        awaitEmpty();
        assertThat(values(key, 1)).containsOnly("1");
    }

    @Test
    void ofTwoRelaysOnePublishesInOrderAndTheOtherTakesOver() throws Exception {
        Running first = relay();
        relay();
        for (int n = 1; n <= 200; n++) {
            write(key, n);
            if (n == 100) {
                awaitEmpty();
                first.stop();
                relays.remove(first);
            }
        }

        awaitEmpty();
        assertEndsInOrder(200);
    }

    @Test
    void aHungKafkaDelaysAndLosesNothing() throws Exception {
        Running relay = relay();
        write(key, 1);
        values(key, 1);
        kafka.pause();
        IntStream.rangeClosed(2, 120).forEach(n -> write(key, n));
        await().atMost(PATIENCE).until(() -> relay.progress().failingFor().isPresent());
        assertThat(relay.progress().backlog()).isPositive();
        kafka.resume();

        awaitEmpty();
        assertEndsInOrder(120);
        await().atMost(PATIENCE).until(() -> relay.progress().failingFor().isEmpty());
    }

    @Test
    void aKilledKafkaDelaysAndLosesNothing() throws Exception {
        Running relay = relay();
        IntStream.rangeClosed(1, 60).forEach(n -> write(key, n));
        kafka.kill();
        IntStream.rangeClosed(61, 120).forEach(n -> write(key, n));
        await().atMost(PATIENCE).until(() -> relay.progress().failingFor().isPresent());
        kafka = KafkaProcess.start(kafka.settings());

        awaitEmpty();
        assertEndsInOrder(120);
    }

    @Test
    void aLostDatabaseConnectionIsReplaced() throws Exception {
        relay();
        write(key, 1);
        values(key, 1);
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'dorsal-registry-outbox'");
        }
        write(key, 2);

        awaitEmpty();
        assertEndsInOrder(2);
    }

    @Test
    void aKilledDatabaseDelaysAndLosesNothing() throws Exception {
        Running relay = relay();
        IntStream.rangeClosed(1, 60).forEach(n -> write(key, n));
        postgres.kill();
        await().atMost(PATIENCE).until(() -> relay.progress().failingFor().isPresent());
        postgres = PostgresProcess.start(postgres.settings(), binaries());
        IntStream.rangeClosed(61, 120).forEach(n -> write(key, n));

        awaitEmpty();
        assertEndsInOrder(120);
    }

    /** Repetitions are allowed: every number is there, first in order, and the newest stands last. */
    private void assertEndsInOrder(int newest) {
        List<Integer> read = values(key, newest).stream().map(Integer::valueOf).toList();
        assertThat(read.stream().distinct().toList())
                .isEqualTo(IntStream.rangeClosed(1, newest).boxed().toList());
        assertThat(read.getLast()).isEqualTo(newest);
    }

    private Running relay() {
        OutboxProgress progress = new OutboxProgress(new SimpleMeterRegistry(), InstantSource.system());
        OutboxDoor door = new OutboxDoor(
                url(),
                Optional.of(PostgresSettings.USER),
                Optional.of(postgres.settings().password()));
        BatchProducer producer =
                new BatchProducer(Map.of("bootstrap.servers", kafka.bootstrapServers()), IMPATIENT.deliveryTimeout());
        OutboxRelay relay = new OutboxRelay(door::open, producer, IMPATIENT, progress);
        Running running = new Running(relay, new Thread(relay, "relay"), progress);
        running.thread().start();
        relays.add(running);
        return running;
    }

    private static List<String> values(String key, int atLeast) {
        List<String> values = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record :
                TopicReader.read(kafka.bootstrapServers(), Topics.TRIALS, key, atLeast)) {
            values.add(new String(record.value()));
        }
        return values;
    }

    private static void awaitEmpty() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> waiting() == 0);
    }

    private static long waiting() throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void write(String key, int number) {
        try (Connection connection = connection()) {
            insert(connection, key, number);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, String key, int number) throws SQLException {
        String insert = "insert into outbox (topic, key, value, event_id, event_type, source, occurred_at)"
                + " values (?, ?, ?, 'e', 't', '/s', now())";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, Topics.TRIALS.name());
            statement.setString(2, key);
            statement.setString(3, String.valueOf(number));
            statement.executeUpdate();
        }
    }

    private static PostgresBinaries binaries() throws IOException {
        return PostgresBinaries.unpack(DorsalHome.find().resolve("target/postgres-18.3.0"));
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                url(), PostgresSettings.USER, postgres.settings().password());
    }

    private static String url() {
        return postgres.jdbcUrl("registry");
    }
}

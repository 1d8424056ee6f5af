package io.dorsal.responder;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.dorsal.merge.Assessing;
import io.dorsal.merge.BatchMetrics;
import io.dorsal.merge.Consuming;
import io.dorsal.merge.Lifecycle;
import io.dorsal.merge.Merging;
import io.dorsal.merge.Pipeline;
import io.dorsal.merge.Progress;
import io.dorsal.merge.Publishing;
import io.dorsal.merge.store.MergeStore;
import io.dorsal.merge.store.OutboxTable;
import io.dorsal.merge.store.Outcomes;
import io.dorsal.merge.store.Positions;
import io.dorsal.merge.store.Transactions;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.responder.store.FactStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;

/** One responder-service without Quarkus, so that a test can have several of them and kill what they stand on. */
final class Instance implements AutoCloseable {
    private final AgroalDataSource dataSource;
    final Outcomes outcomes;
    final OutboxTable outbox;
    private final StoredOutcomes source;
    private final Positions positions;
    final FactStore store;
    final Assessor assessor;
    final Pipeline pipeline;
    final Publishing publishing;
    final Consuming consuming;
    final Lifecycle lifecycle;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    Instance(Backends backends, String database) throws SQLException {
        this(backends, database, backends.bootstrapServers());
    }

    Instance(Backends backends, String database, String bootstrapServers) throws SQLException {
        dataSource = AgroalDataSource.from(new AgroalPropertiesReader("")
                .readProperties(Map.of(
                        "maxSize", "6",
                        "acquisitionTimeout_s", "5",
                        // As Quarkus sets it: a connection that failed once is not handed out again.
                        "connectionValidator", "default",
                        "exceptionSorter", "PostgreSQL",
                        "idleValidation_s", "1",
                        "jdbcUrl", backends.jdbcUrl(database),
                        "providerClassName", "org.postgresql.Driver",
                        "principal", "dorsal",
                        "credential", backends.password()))
                .get());
        Flyway.configure().dataSource(dataSource).load().migrate();
        ResponderConfig config = config(Map.of("dorsal.responder.outbox.check-every", "PT0.5S"));
        Transactions transactions = new Transactions(dataSource);
        store = new FactStore(transactions, meters);
        positions = new Positions(transactions);
        outcomes = ResponderParts.outcomes(transactions);
        outbox = new OutboxTable(transactions);
        Merging merging = ResponderParts.merging(config);
        assessor = new Assessor(config, new Assessing(merging, meters));
        ResponderMerge merge = new ResponderMerge(store, assessor, outcomes);
        publishing = new Publishing(merging, bootstrapServers, outbox, meters);
        pipeline = new Pipeline(
                merge,
                new MergeStore(transactions),
                positions,
                new BatchMetrics(merging, InstantSource.system(), meters),
                publishing);
        consuming = new Consuming(merging, merge, bootstrapServers, pipeline);
        lifecycle = new Lifecycle(
                merging,
                consuming,
                publishing,
                new Progress(
                        merging, merge, bootstrapServers, pipeline, consuming, outbox, InstantSource.system(), meters));
        source = new StoredOutcomes(store, outcomes, assessor);
    }

    static ResponderConfig config(Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .withMapping(ResponderConfig.class)
                .withDefaultValues(set)
                .build()
                .getConfigMapping(ResponderConfig.class);
    }

    Instance started() {
        publishing.start();
        consuming.start();
        return this;
    }

    ResponderOutcome outcome(String trial, Instant asOf) {
        return source.asOf(new TrialId(trial), asOf).orElseThrow();
    }

    /** Published outcomes by trial, byte for byte. */
    Map<String, String> published() {
        Map<String, String> published = new TreeMap<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select trial, document from outcome")) {
            while (rows.next()) {
                published.put(rows.getString("trial"), rows.getString("document"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return published;
    }

    long merged() {
        return positions.load().stream()
                .mapToLong(Positions.Position::nextOffset)
                .sum();
    }

    long backlog() {
        return outbox.backlog().waiting();
    }

    void forgetEverything() throws SQLException {
        execute(
                "truncate trial, assignment, report, boot_received, usage_span, kept_event, conflicting_event, clock_sample,"
                        + " outcome, outbox, poison, position");
    }

    void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what the query returns. */
    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws InterruptedException {
        consuming.stop();
        publishing.stop();
        dataSource.close();
    }
}

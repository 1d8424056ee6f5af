package io.dorsal.coverage.store;

import io.dorsal.fhir.served.Part;
import io.dorsal.merge.store.Rows;
import io.dorsal.merge.store.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resources of released packets. Written with the release, never changed. */
@ApplicationScoped
public class FhirTable {
    private static final String ANY_READ =
            "select type, id, resource from fhir_resource where type = ? and id = ? limit 1";

    private static final String SEARCH = """
            select distinct on (id) type, id, resource from fhir_resource join fhir_current using (packet)
            where type = ? and id > ?
                and (?::text is null or id = ?)
                and (?::text is null or patient = ?)
                and (?::text is null or trial = ?)
                and (?::text is null or codes @> array[?::text])
                and (?::text is null or identifiers @> array[?::text])
                and (?::timestamptz is null or ends_at > ?)
                and (?::timestamptz is null or starts_at < ?)
            order by id limit ?""";

    private final Transactions transactions;

    public FhirTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A resource as it is served. */
    public record Row(String type, String id, String json) {}

    /**
     * What is searched for; null means any. Times overlap: {@code from} excludes what ended before, {@code before} what
     * starts later.
     *
     * @param code bare, or {@code system|code}
     * @param after the last id that was seen, empty at the beginning
     */
    public record Search(
            String type,
            @Nullable String id,
            @Nullable String patient,
            @Nullable String trial,
            @Nullable String code,
            @Nullable String identifier,
            @Nullable Instant from,
            @Nullable Instant before,
            String after,
            int limit) {}

    /** Inside the transaction that releases the packet. */
    static void insert(Connection connection, String packet, String trial, List<Part> parts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into fhir_resource (packet, position, type, id, patient, trial, codes, identifiers, starts_at,
                    ends_at, resource) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                statement.setString(1, packet);
                statement.setInt(2, i);
                statement.setString(3, part.type());
                statement.setString(4, part.id());
                statement.setString(5, part.patient());
                statement.setString(6, trial);
                statement.setArray(
                        7, connection.createArrayOf("text", part.codes().toArray()));
                statement.setArray(
                        8, connection.createArrayOf("text", part.identifiers().toArray()));
                time(statement, 9, part.from());
                time(statement, 10, part.to());
                statement.setString(11, part.json());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Of any released packet, superseded or not. */
    public Optional<Row> read(String type, String id) {
        return transactions
                .read(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(ANY_READ)) {
                        statement.setString(1, type);
                        statement.setString(2, id);
                        return Rows.read(statement, FhirTable::row);
                    }
                })
                .stream()
                .findFirst();
    }

    /** By id, each once. */
    public List<Row> search(Search search) {
        return transactions.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SEARCH)) {
                statement.setString(1, search.type());
                statement.setString(2, search.after());
                int next = 3;
                for (@Nullable
                String value : new @Nullable String[] {
                    search.id(), search.patient(), search.trial(), search.code(), search.identifier()
                }) {
                    statement.setString(next++, value);
                    statement.setString(next++, value);
                }
                for (@Nullable Instant value : new @Nullable Instant[] {search.from(), search.before()}) {
                    time(statement, next++, value);
                    time(statement, next++, value);
                }
                statement.setInt(next, search.limit());
                return Rows.read(statement, FhirTable::row);
            }
        });
    }

    private static void time(PreparedStatement statement, int index, @Nullable Instant instant) throws SQLException {
        statement.setObject(index, instant == null ? null : instant.atOffset(ZoneOffset.UTC));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString("type"), row.getString("id"), row.getString("resource"));
    }
}

package io.dorsal.responder.store;

import io.dorsal.model.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is committed and must still reach Kafka. */
@ApplicationScoped
public class OutboxTable {
    /**
     * One record to publish.
     *
     * @param slot a later letter with the same topic and slot replaces one that still waits
     * @param reason why the value was set aside; null for an outcome
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way from one edge to another; nobody compares them.
    public record Letter(
            String topic,
            String slot,
            String key,
            byte[] value,
            CloudEvent cloudEvent,
            @Nullable String reason,
            @Nullable String detail) {}

    private record Waiting(long id, Letter letter) {}

    private final Transactions transactions;

    public OutboxTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Hands over the oldest letters and deletes them once {@code deliver} returns.
     *
     * @param deliver returns only when Kafka has acknowledged all of them, and throws otherwise
     * @return how many there were; 0 also while another instance is publishing
     */
    public int drain(int lettersMax, Consumer<List<Letter>> deliver) {
        return transactions.write(connection -> {
            if (!Locks.publisher(connection)) {
                return 0;
            }
            List<Waiting> waiting = oldest(connection, lettersMax);
            if (!waiting.isEmpty()) {
                deliver.accept(waiting.stream().map(Waiting::letter).toList());
                // By id: an outcome that came meanwhile has a new one and stays.
                Columns.of(waiting).bigint(Waiting::id).update(connection, "delete from outbox where id = any(?)");
            }
            return waiting.size();
        });
    }

    public long backlog() {
        return transactions.read(connection -> {
            try (var statement = connection.prepareStatement("select count(*) from outbox")) {
                return Rows.read(statement, row -> row.getLong(1)).getFirst();
            }
        });
    }

    static void put(Connection connection, Collection<Letter> letters) throws SQLException {
        Columns.of(letters)
                .text(Letter::topic)
                .text(Letter::slot)
                .text(Letter::key)
                .bytes(Letter::value)
                .text(letter -> letter.cloudEvent().id())
                .text(letter -> letter.cloudEvent().type())
                .text(letter -> letter.cloudEvent().source())
                .instant(letter -> letter.cloudEvent().time())
                .text(Letter::reason)
                .text(Letter::detail)
                .update(connection, """
                        insert into outbox
                            (topic, slot, key, value, event_id, event_type, source, occurred_at, reason, detail)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (topic, slot) do update
                        set id = nextval(pg_get_serial_sequence('outbox', 'id')), value = excluded.value,
                            event_id = excluded.event_id, occurred_at = excluded.occurred_at""");
    }

    private static List<Waiting> oldest(Connection connection, int lettersMax) throws SQLException {
        try (var statement = connection.prepareStatement("select * from outbox order by id limit ?")) {
            statement.setInt(1, lettersMax);
            return Rows.read(statement, OutboxTable::waiting);
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        CloudEvent cloudEvent = new CloudEvent(
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("source"),
                Rows.instant(row, "occurred_at"),
                row.getString("key"));
        return new Waiting(
                row.getLong("id"),
                new Letter(
                        row.getString("topic"),
                        row.getString("slot"),
                        row.getString("key"),
                        row.getBytes("value"),
                        cloudEvent,
                        row.getString("reason"),
                        row.getString("detail")));
    }
}

package io.dorsal.registry.store;

import io.dorsal.model.CloudEvent;
import io.dorsal.registry.core.Message;
import io.dorsal.registry.core.OutboxRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The publisher's side of the outbox, on a connection of its own. The lock that makes its holder the only publisher
 * belongs to the same connection as every read and delete: who loses the connection can do neither.
 */
public final class OutboxSession implements AutoCloseable {
    private static final long PUBLISHER_LOCK = 0x646f7273616c6f62L;

    private final Connection connection;

    OutboxSession(Connection connection) {
        this.connection = connection;
    }

    /** False while another instance publishes. The lock ends with the connection. */
    public boolean becomePublisher() throws SQLException {
        return Sql.of("select pg_try_advisory_lock(?)", PUBLISHER_LOCK)
                .list(connection, row -> row.getBoolean(1))
                .getFirst();
    }

    public void listen() throws SQLException {
        Sql.of("listen dorsal_outbox").update(connection);
    }

    /** Returns when something was committed to the outbox since the last call, or after {@code timeout}. */
    public void awaitNotice(Duration timeout) throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(timeout.toMillis()));
    }

    /** The rows that wait longest, in order. */
    public List<OutboxRow> head(int limit) throws SQLException {
        return Sql.of("select * from outbox order by id limit ?", limit).list(connection, OutboxSession::row);
    }

    public void remove(List<Long> ids) throws SQLException {
        if (!ids.isEmpty()) {
            Sql.of("delete from outbox where id = any (?)", (Object) ids.toArray(Long[]::new))
                    .update(connection);
        }
    }

    /** How many rows wait, counted no further than {@code limit}. */
    public long backlog(int limit) throws SQLException {
        return Sql.of("select count(*) from (select 1 from outbox limit ?) as waiting", limit)
                .list(connection, row -> row.getLong(1))
                .getFirst();
    }

    /** Ends at once, also while another thread waits on this connection. */
    public void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        Instant occurredAt = Sql.instant(row, "occurred_at");
        String key = row.getString("key");
        CloudEvent event = new CloudEvent(
                row.getString("event_id"), row.getString("event_type"), row.getString("source"), occurredAt, key);
        return new OutboxRow(
                row.getLong("id"), new Message(row.getString("topic"), key, row.getString("value"), event));
    }
}

package io.dorsal.merge.store;

import io.dorsal.model.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is committed and must still reach Kafka. */
@ApplicationScoped
public class OutboxTable {
    /**
     * One record to publish.
     *
     * @param slot a later letter with the same topic and slot replaces one that still waits
     * @param value null to withdraw what the key said: the topic must be compacted, the column nullable
     * @param reason why the value was set aside; null for an outcome
     */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way from one edge to another; nobody compares them.
    public record Letter(
            String topic,
            String slot,
            String key,
            byte @Nullable [] value,
            CloudEvent cloudEvent,
            @Nullable String reason,
            @Nullable String detail) {}

    /**
     * A letter in the table.
     *
     * @param id ascends per slot, also after the database was set up anew: the order that readers go by
     */
    public record Waiting(long id, Letter letter) {}

    /**
     * What became of letters, by id; one that is in neither set goes again.
     *
     * @param refused those that would be refused again, with the reason
     * @param failure why some must go again; null when none must
     */
    public record Receipt(
            Set<Long> acknowledged,
            Map<Long, String> refused,
            @Nullable RuntimeException failure) {
        static final Receipt EMPTY = new Receipt(Set.of(), Map.of(), null);

        /** How many letters wait no longer. */
        public int settled() {
            return acknowledged.size() + refused.size();
        }
    }

    /**
     * What is in the table.
     *
     * @param oldest since when the first of the waiting ones waits; null when none does
     */
    public record Backlog(
            long waiting, long refused, @Nullable Instant oldest) {}

    /** Letters in memory at once; a single larger one still goes. */
    private static final long BYTES_MAX = 8L << 20;

    private final Transactions transactions;

    public OutboxTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Hands over the oldest letters, deletes those that were acknowledged and sets aside those that were refused.
     *
     * @param deliver when it throws, all letters go again
     * @return what {@code deliver} said; nothing also while another instance is publishing
     */
    public Receipt drain(int lettersMax, Function<List<Waiting>, Receipt> deliver) {
        return transactions.write(connection -> {
            if (!Locks.publisher(connection)) {
                return Receipt.EMPTY;
            }
            List<Waiting> waiting = oldest(connection, lettersMax);
            if (waiting.isEmpty()) {
                return Receipt.EMPTY;
            }
            Receipt receipt = deliver.apply(waiting);
            // By id: an outcome that came meanwhile has a new one and stays.
            Columns.of(receipt.acknowledged())
                    .bigint(id -> id)
                    .update(connection, "delete from outbox where id = any(?)");
            Columns.of(receipt.refused().entrySet())
                    .bigint(Map.Entry::getKey)
                    .text(Map.Entry::getValue)
                    .update(connection, """
                            update outbox set refused = told.why from unnest(?, ?) as told (id, why)
                            where outbox.id = told.id""");
            return receipt;
        });
    }

    public Backlog backlog() {
        return transactions.read(connection -> {
            try (var statement = connection.prepareStatement("""
                    select count(*) filter (where refused is null) as waiting, count(refused) as refused,
                        min(put_at) filter (where refused is null) as oldest from outbox""")) {
                return Rows.read(statement, OutboxTable::backlog).getFirst();
            }
        });
    }

    /**
     * Lets ids go on from the clock, in microseconds, unless they are further. Readers keep what has the greatest id;
     * in a database that is new or restored from a copy, ids would begin below those that readers have seen.
     */
    public void goOnFromClock() {
        transactions.write(connection -> {
            try (var statement = connection.prepareStatement("""
                    select setval('outbox_id_seq', micros)
                    from (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as micros) as clock,
                        outbox_id_seq
                    where last_value < micros""")) {
                return Rows.read(statement, row -> row.getLong(1));
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
                        set id = nextval('outbox_id_seq'), key = excluded.key, value = excluded.value,
                            event_id = excluded.event_id, occurred_at = excluded.occurred_at,
                            reason = excluded.reason, detail = excluded.detail, refused = null,
                            put_at = case when outbox.refused is null then outbox.put_at else now() end""");
    }

    private static List<Waiting> oldest(Connection connection, int lettersMax) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select * from (
                    select *, sum(bytes) over (order by id) - bytes as bytes_before
                    from (select *, coalesce(length(value), 0) as bytes
                        from outbox where refused is null order by id limit ?) as head) as weighed
                where bytes_before < ? order by id""")) {
            statement.setInt(1, lettersMax);
            statement.setLong(2, BYTES_MAX);
            return Rows.read(statement, OutboxTable::waiting);
        }
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        return new Backlog(
                row.getLong("waiting"),
                row.getLong("refused"),
                row.getObject("oldest") == null ? null : Rows.instant(row, "oldest"));
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

package io.dorsal.merge.store;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Records that could not be read: kept here, and sent to the quarantine topic. */
public final class PoisonTable {
    private PoisonTable() {}

    /** A record that cannot be read. It is set aside whole, and its neighbours go on. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way from one edge to another; nobody compares them.
    public record Poison(
            String topic,
            int partition,
            long offset,
            String key,
            byte[] value,
            Instant writtenAt,
            String reason,
            String detail) {

        /** One place in one log, so that a batch tried twice publishes it once. */
        String slot() {
            return topic + "/" + partition + "/" + offset;
        }
    }

    /** Keeps them, and sends those that are new: a log read again from its beginning has nothing new to tell. */
    static void save(Connection connection, List<Poison> poison) throws SQLException {
        Set<String> added = Set.copyOf(Columns.of(poison)
                .text(Poison::topic)
                .integer(Poison::partition)
                .bigint(Poison::offset)
                .text(Poison::key)
                .bytes(Poison::value)
                .text(Poison::reason)
                .text(Poison::detail)
                // After the loss of a log, another record can stand in the same place.
                .texts(connection, """
                        insert into poison as known (topic, partition, "offset", key, value, reason, detail)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?)
                        on conflict (topic, partition, "offset") do update
                        set key = excluded.key, value = excluded.value, reason = excluded.reason,
                            detail = excluded.detail, seen_at = now()
                        where (known.key, known.value) is distinct from (excluded.key, excluded.value)
                        returning topic || '/' || partition || '/' || "offset\""""));
        OutboxTable.put(
                connection,
                poison.stream()
                        .filter(record -> added.contains(record.slot()))
                        .map(PoisonTable::letter)
                        .toList());
    }

    private static OutboxTable.Letter letter(Poison poison) {
        CloudEvent cloudEvent = new CloudEvent(
                poison.slot(),
                "io.dorsal.record.quarantined.v1",
                "/dorsal/topics/" + poison.slot(),
                poison.writtenAt(),
                poison.key());
        return new OutboxTable.Letter(
                Topics.QUARANTINE.name(),
                poison.slot(),
                poison.key(),
                poison.value(),
                cloudEvent,
                poison.reason(),
                poison.detail());
    }
}

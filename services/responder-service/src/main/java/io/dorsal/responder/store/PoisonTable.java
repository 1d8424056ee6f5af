package io.dorsal.responder.store;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Records that could not be read: kept here, and sent to the quarantine topic. */
final class PoisonTable {
    private PoisonTable() {}

    /** Keeps them, and sends those that are new: a log read again from its beginning has nothing new to tell. */
    static void save(Connection connection, List<Facts.Poison> poison) throws SQLException {
        Set<String> added = Set.copyOf(Columns.of(poison)
                .text(Facts.Poison::topic)
                .integer(Facts.Poison::partition)
                .bigint(Facts.Poison::offset)
                .text(Facts.Poison::key)
                .bytes(Facts.Poison::value)
                .text(Facts.Poison::reason)
                .text(Facts.Poison::detail)
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

    private static OutboxTable.Letter letter(Facts.Poison poison) {
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

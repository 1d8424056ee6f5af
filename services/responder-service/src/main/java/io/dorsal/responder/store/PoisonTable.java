package io.dorsal.responder.store;

import io.dorsal.model.CloudEvent;
import io.dorsal.model.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Records that could not be read: kept here, and sent to the quarantine topic. */
final class PoisonTable {
    private PoisonTable() {}

    static void save(Connection connection, List<Facts.Poison> poison) throws SQLException {
        Columns.of(poison)
                .text(Facts.Poison::topic)
                .integer(Facts.Poison::partition)
                .bigint(Facts.Poison::offset)
                .text(Facts.Poison::key)
                .bytes(Facts.Poison::value)
                .text(Facts.Poison::reason)
                .text(Facts.Poison::detail)
                .update(connection, """
                        insert into poison (topic, partition, "offset", key, value, reason, detail)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?) on conflict do nothing""");
        OutboxTable.put(connection, poison.stream().map(PoisonTable::letter).toList());
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

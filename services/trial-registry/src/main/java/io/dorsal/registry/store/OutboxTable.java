package io.dorsal.registry.store;

import io.dorsal.registry.core.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Messages written in the transaction of what they tell, so that neither exists without the other. */
@ApplicationScoped
class OutboxTable {
    private final Database database;

    OutboxTable(Database database) {
        this.database = database;
    }

    /** Call under the lock of the messages' key; ids follow the order of the list. */
    void add(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        database.update(Sql.of(
                """
                insert into outbox (topic, key, value, event_id, event_type, source, occurred_at)
                select topic, key, value, event_id, event_type, source, occurred_at
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                    with ordinality
                    as m (topic, key, value, event_id, event_type, source, occurred_at, position)
                order by position
                """,
                column(messages, Message::topic),
                column(messages, Message::key),
                column(messages, Message::value),
                column(messages, m -> m.event().id()),
                column(messages, m -> m.event().type()),
                column(messages, m -> m.event().source()),
                column(messages, m -> m.event().time().toString())));
    }

    private static String[] column(List<Message> messages, Function<Message, String> value) {
        return messages.stream().map(value).toArray(String[]::new);
    }
}

package io.dorsal.merge.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** How far each partition is merged; written with what was merged, and the only position that counts. */
@ApplicationScoped
public class Positions {
    /** The next record to read of one partition. */
    public record Position(String topic, int partition, long nextOffset) {}

    private final Transactions transactions;

    public Positions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The positions of all partitions ever read. */
    public List<Position> load() {
        return transactions.read(connection -> {
            try (var statement = connection.prepareStatement("select topic, partition, next_offset from position")) {
                return Rows.read(
                        statement,
                        row -> new Position(
                                row.getString("topic"), row.getInt("partition"), row.getLong("next_offset")));
            }
        });
    }

    /** As after the very first start: the partition is read again from its beginning, which changes no result. */
    public void forget(Collection<Position> positions) {
        transactions.write(connection -> Columns.of(positions)
                .text(Position::topic)
                .integer(Position::partition)
                .update(connection, """
                        delete from position using unnest(?, ?) as lost (topic, partition)
                        where position.topic = lost.topic and position.partition = lost.partition"""));
    }

    /**
     * Moves positions on.
     *
     * @throws Overtaken when one of them is already there or further
     */
    static void advance(Connection connection, Collection<Position> positions) throws SQLException {
        int advanced = Columns.of(positions)
                .text(Position::topic)
                .integer(Position::partition)
                .bigint(Position::nextOffset)
                .update(connection, """
                        insert into position as known (topic, partition, next_offset)
                        select * from unnest(?, ?, ?) order by 1, 2
                        on conflict (topic, partition) do update set next_offset = excluded.next_offset
                        where known.next_offset < excluded.next_offset""");
        if (advanced < positions.size()) {
            throw new Overtaken(positions.size(), advanced);
        }
    }
}

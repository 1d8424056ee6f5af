package io.dorsal.merge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array per column, the parameters of {@code … FROM unnest(?, ?, …)}: a statement costs one round trip and
 * one plan, whatever the number of rows.
 */
public final class Columns<T> {
    private final Collection<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private record Column(String type, List<@Nullable Object> values) {}

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> text(Function<T, @Nullable String> value) {
        return column("text", value);
    }

    public Columns<T> bigint(Function<T, Long> value) {
        return column("bigint", value);
    }

    public Columns<T> integer(Function<T, Integer> value) {
        return column("integer", value);
    }

    public Columns<T> flag(Function<T, Boolean> value) {
        return column("boolean", value);
    }

    public Columns<T> bytes(Function<T, byte @Nullable []> value) {
        return column("bytea", value);
    }

    /** As text, in which PostgreSQL and {@link Instant} agree to the microsecond. */
    public Columns<T> instant(Function<T, Instant> value) {
        return column("timestamptz", row -> value.apply(row).toString());
    }

    private Columns<T> column(String type, Function<T, ? extends @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        columns.add(new Column(type, values));
        return this;
    }

    /** The number of rows changed; no statement at all when there is nothing to say. */
    public int update(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = prepare(connection, sql)) {
            return statement.executeUpdate();
        }
    }

    /** The first column of what the statement returns. */
    public List<String> texts(Connection connection, String sql) throws SQLException {
        return rows.isEmpty() ? List.of() : query(connection, sql, row -> row.getString(1));
    }

    public <R> List<R> query(Connection connection, String sql, Rows.Reader<R> reader) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = prepare(connection, sql)) {
            return Rows.read(statement, reader);
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            // The driver knows bytea only by the array's own type.
            Object[] values = column.type().equals("bytea")
                    ? column.values().toArray(new byte[0][])
                    : column.values().toArray();
            statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
        }
        return statement;
    }
}

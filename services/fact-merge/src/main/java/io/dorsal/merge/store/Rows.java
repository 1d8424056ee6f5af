package io.dorsal.merge.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reading what a query returns. */
public final class Rows {
    private Rows() {}

    /** One row to one record. */
    @FunctionalInterface
    public interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    public static <R> List<R> read(PreparedStatement statement, Reader<R> reader) throws SQLException {
        try (ResultSet results = statement.executeQuery()) {
            List<R> read = new ArrayList<>();
            while (results.next()) {
                read.add(reader.read(results));
            }
            return read;
        }
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

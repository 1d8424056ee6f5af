package io.dorsal.responder.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reading what a query returns. */
final class Rows {
    private Rows() {}

    /** One row to one record. */
    @FunctionalInterface
    interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    static <R> List<R> read(PreparedStatement statement, Reader<R> reader) throws SQLException {
        try (ResultSet results = statement.executeQuery()) {
            List<R> read = new ArrayList<>();
            while (results.next()) {
                read.add(reader.read(results));
            }
            return read;
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

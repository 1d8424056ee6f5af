package io.dorsal.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Runs statements in the transaction of the caller, on the same connection that Panache uses there. */
@ApplicationScoped
class Database {
    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> List<T> list(Sql sql, Sql.Reader<T> reader) {
        try (Connection connection = dataSource.getConnection()) {
            return sql.list(connection, reader);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    int update(Sql sql) {
        try (Connection connection = dataSource.getConnection()) {
            return sql.update(connection);
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }
}

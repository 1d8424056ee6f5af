package io.dorsal.merge.store;

import io.dorsal.model.Malformed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Units of work in PostgreSQL: all of it or nothing. */
@ApplicationScoped
public class Transactions {
    private static final Logger LOG = Logger.getLogger(Transactions.class);

    private final DataSource dataSource;

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What happens inside one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Runs {@code work} and commits it.
     *
     * @throws Unstorable when the data itself is refused: trying again would be refused again
     * @throws Unavailable when PostgreSQL did not do it for any other reason
     * @throws Unreadable when what is stored no longer parses
     */
    public <T> T write(Work<T> work) {
        return run(work, Connection.TRANSACTION_READ_COMMITTED, false);
    }

    /** Runs {@code work} on one snapshot. */
    public <T> T read(Work<T> work) {
        return run(work, Connection.TRANSACTION_REPEATABLE_READ, true);
    }

    private <T> T run(Work<T> work, int isolation, boolean readOnly) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            return inTransaction(connection, work);
        } catch (SQLException e) {
            throw Unstorable.isMeantBy(e) ? new Unstorable(e) : new Unavailable(e);
        } catch (Malformed e) {
            // Whatever came from outside was parsed before it came here, so this is about what is stored.
            throw new Unreadable(e);
        }
    }

    // An Error must roll back, too: the pool turns autocommit on again when it takes the connection back, and the
    // driver then commits whatever is open.
    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        boolean committed = false;
        try {
            T result = work.in(connection);
            connection.commit();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debugf(
                    "Rolling back failed (state %s); the connection is cut, which rolls back as well.",
                    e.getSQLState());
            cut(connection);
        }
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debugf("Cutting the connection failed as well (state %s).", e.getSQLState());
        }
    }
}

package io.dorsal.merge.store;

import java.sql.SQLException;

/**
 * PostgreSQL does not answer, asks to try again, or cannot do what the statement says, as while a table is missing:
 * nothing was stored, and trying again is right once that is mended. The cause has the SQL state.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unavailable(SQLException cause) {
        super("PostgreSQL did not do it (state %s)".formatted(cause.getSQLState()), cause);
    }
}

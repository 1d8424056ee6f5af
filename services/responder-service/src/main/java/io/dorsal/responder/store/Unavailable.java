package io.dorsal.responder.store;

import java.sql.SQLException;

/** PostgreSQL does not answer, or asks to try again: nothing was stored, and trying again is right. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unavailable(SQLException cause) {
        super("PostgreSQL did not do it (state %s)".formatted(cause.getSQLState()), cause);
    }
}

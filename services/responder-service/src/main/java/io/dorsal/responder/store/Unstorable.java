package io.dorsal.responder.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** PostgreSQL refuses the data itself. It never carries the server's message, which would quote the data. */
public final class Unstorable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";

    Unstorable(SQLException cause) {
        super("PostgreSQL refuses the data (state %s)".formatted(cause.getSQLState()));
    }

    static boolean isMeantBy(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state != null && (state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION));
    }
}

package io.dorsal.merge.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL refuses the data itself. It never carries the server's message, which would quote the data.
 *
 * <p>Which classes of SQL states mean that decides what is set aside for good, so a class is here only if another record
 * in the same place would be stored: 21 (two rows of one statement meet), 22 (a value), 23 (a constraint), 54 (too long
 * for an index or a page). Class 42 is not: a missing table or right refuses every record, and they must wait for it.
 */
public final class Unstorable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Set<String> ABOUT_THE_DATA = Set.of("21", "22", "23", "54");

    public Unstorable(SQLException cause) {
        super("PostgreSQL refuses the data (state %s)".formatted(cause.getSQLState()));
    }

    static boolean isMeantBy(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state != null && state.length() > 2 && ABOUT_THE_DATA.contains(state.substring(0, 2));
    }
}

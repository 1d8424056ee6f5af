package io.dorsal.registry.store;

import java.sql.SQLException;

/** The database did not do what it was asked; the cause says why. The transaction is rolled back. */
final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(SQLException cause) {
        super(cause);
    }
}

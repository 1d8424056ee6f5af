package io.dorsal.merge.store;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Makes two transactions that merge facts of one trial wait for each other, so that the later one sees what the earlier
 * one stored and no outcome misses a fact. Rows cannot serve as locks, since a trial may not be stored yet.
 *
 * <p>Ids share {@value #STRIPES} locks each, which bounds the lock table; devices come before trials and stripes in
 * order, so two transactions never wait for each other in a circle.
 */
public final class Locks {
    private static final int STRIPES = 256;
    private static final int OF_DEVICES = 1;
    private static final int OF_TRIALS = 2;
    private static final int OF_PUBLISHER = 3;

    private Locks() {}

    public static void devices(Connection connection, Collection<DeviceId> devices) throws SQLException {
        lock(connection, OF_DEVICES, devices.stream().map(DeviceId::value).toList());
    }

    public static void trials(Connection connection, Collection<TrialId> trials) throws SQLException {
        lock(connection, OF_TRIALS, trials.stream().map(TrialId::value).toList());
    }

    /** True for one transaction at a time: two publishers could send a trial's outcomes in the wrong order. */
    static boolean publisher(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(" + OF_PUBLISHER + ", 0)")) {
            return Rows.read(statement, row -> row.getBoolean(1)).getFirst();
        }
    }

    private static void lock(Connection connection, int family, List<String> ids) throws SQLException {
        List<Integer> stripes = ids.stream()
                .map(id -> Math.floorMod(id.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .toList();
        Columns.of(stripes)
                .integer(stripe -> stripe)
                .query(
                        connection,
                        "select pg_advisory_xact_lock(%d, stripe) from unnest(?) with ordinality as x (stripe, place)"
                                        .formatted(family)
                                + " order by place",
                        row -> family);
    }
}

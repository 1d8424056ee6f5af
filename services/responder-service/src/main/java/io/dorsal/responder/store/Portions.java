package io.dorsal.responder.store;

import io.dorsal.model.TrialId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Trials in portions whose facts are in memory together: as many as fit, and never fewer than one. Without the bound on
 * rows a batch that touches many long trials would need memory for all of them at once.
 */
final class Portions {
    private static final int TRIALS_MAX = 200;
    private static final long ROWS_MAX = 20_000;

    private Portions() {}

    /** How many rows the facts of one trial take. */
    record Weighed(TrialId trial, long rows) {}

    static List<List<TrialId>> of(Connection connection, Collection<TrialId> trials) throws SQLException {
        return cut(weighed(connection, trials), TRIALS_MAX, ROWS_MAX);
    }

    static List<List<TrialId>> cut(List<Weighed> trials, int trialsMax, long rowsMax) {
        List<List<TrialId>> portions = new ArrayList<>();
        List<TrialId> portion = new ArrayList<>();
        long rows = 0;
        for (Weighed trial : trials) {
            boolean full = portion.size() == trialsMax || rows + trial.rows() > rowsMax;
            if (full && !portion.isEmpty()) {
                portions.add(portion);
                portion = new ArrayList<>();
                rows = 0;
            }
            portion.add(trial.trial());
            rows += trial.rows();
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    // Received ranges and usage spans are not counted: they join, so there are few of them.
    private static List<Weighed> weighed(Connection connection, Collection<TrialId> trials) throws SQLException {
        return Columns.of(trials)
                .text(TrialId::value)
                .query(connection, """
                        select trial,
                            (select count(*) from report where report.trial = asked.trial)
                            + (select count(*) from assignment join kept_event using (device)
                                where assignment.trial = asked.trial)
                            + (select count(*) from assignment join clock_sample using (device)
                                where assignment.trial = asked.trial) as rows
                        from unnest(?) as asked (trial) order by trial""", row -> new Weighed(new TrialId(row.getString("trial")), row.getLong("rows")));
    }
}

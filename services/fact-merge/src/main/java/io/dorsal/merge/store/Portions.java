package io.dorsal.merge.store;

import io.dorsal.model.TrialId;
import java.util.ArrayList;
import java.util.List;

/**
 * Trials in portions whose facts are in memory together: as many as fit, and never fewer than one. Without the bound on
 * rows a batch that touches many long trials would need memory for all of them at once.
 */
public final class Portions {
    private static final int TRIALS_MAX = 200;
    private static final long ROWS_MAX = 20_000;

    private Portions() {}

    /** How many rows the facts of one trial take. */
    public record Weighed(TrialId trial, long rows) {}

    public static List<List<TrialId>> of(List<Weighed> trials) {
        return cut(trials, TRIALS_MAX, ROWS_MAX);
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
}

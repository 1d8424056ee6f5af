package io.dorsal.coverage;

import io.dorsal.coverage.core.figures.Selection;
import io.dorsal.coverage.core.figures.Standing;
import io.dorsal.coverage.store.StandingTable;
import io.dorsal.coverage.store.StandingTable.Written;
import io.dorsal.model.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every standing, in memory, some hundred bytes each: to read all of them for every question takes most of its time. Each
 * question first asks for what was written since the last one, whoever wrote it, so an answer is never older than its
 * question. No standing is ever removed.
 */
@ApplicationScoped
public class KnownStandings {
    private final StandingTable table;
    private final NavigableMap<TrialId, Standing> known = new TreeMap<>();
    private @Nullable String mark;
    private long change;

    KnownStandings(StandingTable table) {
        this.table = table;
    }

    /** @param change how often something was new: with the same, the same standings */
    record Known(long change, List<Standing> standings) {}

    /** Those of the selected trials, by trial. */
    synchronized Known of(Selection selection) {
        refresh();
        return new Known(change, known.values().stream().filter(selection::has).toList());
    }

    /** As {@link #of} would tell now. */
    synchronized long change() {
        refresh();
        return change;
    }

    private void refresh() {
        Written written = table.since(mark);
        for (Standing standing : written.standings()) {
            if (!standing.equals(known.put(standing.trial(), standing))) {
                change++;
            }
        }
        mark = written.mark();
    }
}

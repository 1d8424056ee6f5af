package io.dorsal.coverage;

import io.dorsal.coverage.core.Urgency;
import io.dorsal.coverage.core.WorklistPlace;
import io.dorsal.coverage.http.WorklistSource;
import io.dorsal.coverage.store.EvidenceStore;
import io.dorsal.coverage.store.OpenDeterminations;
import io.dorsal.coverage.store.OpenDeterminations.Open;
import io.dorsal.model.ClinicId;
import io.dorsal.model.outcome.CoverageDetermination;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The worklist from published determinations; only where time has changed one is it judged again. */
@ApplicationScoped
public class StoredWorklist implements WorklistSource {
    private final OpenDeterminations determinations;
    private final EvidenceStore store;
    private final Judge judge;

    StoredWorklist(OpenDeterminations determinations, EvidenceStore store, Judge judge) {
        this.determinations = determinations;
        this.store = store;
        this.judge = judge;
    }

    @Override
    public List<Item> page(@Nullable ClinicId clinic, Instant now, @Nullable WorklistPlace after, int sizeMax) {
        return determinations.page(clinic, now, after, sizeMax).stream()
                .map(open -> item(open, now))
                .toList();
    }

    private Item item(Open open, Instant now) {
        CoverageDetermination current = current(open.determination(), now);
        return new Item(open.clinic(), Urgency.isOpen(current) ? current : null, open.place());
    }

    private CoverageDetermination current(CoverageDetermination published, Instant now) {
        boolean holds = published.result() != null && !Urgency.isOutdated(published, now);
        return holds
                ? published
                : store.load(published.trialId())
                        .map(evidence -> judge.determine(evidence, published.policy(), now))
                        .orElse(published);
    }
}

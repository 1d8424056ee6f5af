package io.dorsal.opioid;

import io.dorsal.merge.store.Outcomes;
import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.wire.Json;
import io.dorsal.opioid.core.Conversions;
import io.dorsal.opioid.http.OutcomeSource;
import io.dorsal.opioid.store.StatementStore;
import io.dorsal.opioid.wire.OpioidBasisCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outcomes from what is stored. */
@ApplicationScoped
public class StoredOutcomes implements OutcomeSource {
    private final StatementStore store;
    private final Outcomes outcomes;
    private final Assessor assessor;

    StoredOutcomes(StatementStore store, Outcomes outcomes, Assessor assessor) {
        this.store = store;
        this.outcomes = outcomes;
        this.assessor = assessor;
    }

    @Override
    public Optional<OpioidOutcome> asOf(TrialId trial, Instant asOf, @Nullable String factorSet) {
        Conversions conversions = assessor.under(factorSet);
        return store.load(trial).map(known -> assessor.assess(known, asOf, conversions));
    }

    @Override
    public Optional<byte[]> rules(TrialId trial) {
        return store.load(trial).map(known -> Json.bytes(OpioidBasisCodec.node(assessor.basis())));
    }

    @Override
    public List<byte[]> published(
            @Nullable ClinicId clinic, @Nullable TrialId after, int sizeMax, Collection<String> fields) {
        return outcomes.page(clinic, after, sizeMax, fields).stream()
                .map(document -> document.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}

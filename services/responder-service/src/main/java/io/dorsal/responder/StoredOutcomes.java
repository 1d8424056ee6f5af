package io.dorsal.responder;

import io.dorsal.merge.store.Outcomes;
import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.wire.Json;
import io.dorsal.responder.http.OutcomeSource;
import io.dorsal.responder.store.FactStore;
import io.dorsal.responder.wire.RulesCodec;
import io.dorsal.responder.wire.TrialFactsCodec;
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
    private final FactStore facts;
    private final Outcomes outcomes;
    private final Assessor assessor;

    StoredOutcomes(FactStore facts, Outcomes outcomes, Assessor assessor) {
        this.facts = facts;
        this.outcomes = outcomes;
        this.assessor = assessor;
    }

    @Override
    public Optional<ResponderOutcome> asOf(TrialId trial, Instant asOf) {
        return facts.load(trial).map(known -> assessor.assess(known, asOf));
    }

    @Override
    public Optional<byte[]> facts(TrialId trial) {
        return facts.load(trial).map(known -> TrialFactsCodec.bytes(known.own(Instant.MAX, assessor.rules())));
    }

    @Override
    public Optional<byte[]> rules(TrialId trial) {
        return facts.load(trial).map(known -> Json.bytes(RulesCodec.node(assessor.rules())));
    }

    @Override
    public List<byte[]> published(
            @Nullable ClinicId clinic, @Nullable TrialId after, int sizeMax, Collection<String> fields) {
        return outcomes.page(clinic, after, sizeMax, fields).stream()
                .map(document -> document.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}

package io.dorsal.responder;

import io.dorsal.merge.Merging;
import io.dorsal.merge.store.Outcomes;
import io.dorsal.merge.store.Transactions;
import io.dorsal.model.Topics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the shared library needs to know of this service. */
final class ResponderParts {
    static final Outcomes.Channel OUTCOMES =
            new Outcomes.Channel(Topics.RESPONDER_OUTCOMES, "io.dorsal.responder-outcome.v1", "/api/responders/");

    private ResponderParts() {}

    @Produces
    @Singleton
    static Merging merging(ResponderConfig config) {
        return Settings.check(config);
    }

    @Produces
    @Singleton
    static Outcomes outcomes(Transactions transactions) {
        return new Outcomes(transactions, OUTCOMES);
    }
}

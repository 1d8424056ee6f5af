package io.dorsal.opioid;

import io.dorsal.merge.Merging;
import io.dorsal.merge.store.Outcomes;
import io.dorsal.merge.store.Transactions;
import io.dorsal.model.Topics;
import io.dorsal.opioid.core.OpioidTables;
import io.dorsal.opioid.tables.ShippedTables;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the shared library needs to know of this service, and the tables that it computes with. */
final class OpioidParts {
    private static final Outcomes.Channel OUTCOMES =
            new Outcomes.Channel(Topics.OPIOID_OUTCOMES, "io.dorsal.opioid-outcome.v1", "/api/opioids/");

    private OpioidParts() {}

    @Produces
    @Singleton
    static OpioidTables tables() {
        return ShippedTables.load();
    }

    @Produces
    @Singleton
    static Merging merging(OpioidConfig config, OpioidTables tables) {
        return Settings.check(config, tables);
    }

    @Produces
    @Singleton
    static Outcomes outcomes(Transactions transactions) {
        return new Outcomes(transactions, OUTCOMES);
    }
}

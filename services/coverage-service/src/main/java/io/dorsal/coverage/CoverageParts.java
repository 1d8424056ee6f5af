package io.dorsal.coverage;

import io.dorsal.coverage.core.Policies;
import io.dorsal.coverage.frontdoor.FrontDoorSettings;
import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.merge.Merging;
import io.dorsal.packet.jose.KeyFolder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What the shared library and the rooms need to know of this service, checked, and the policies that it judges by. */
final class CoverageParts {
    private CoverageParts() {}

    @Produces
    @Singleton
    static PolicyShelf shelf(CoverageConfig config) {
        return Settings.policies(config);
    }

    @Produces
    @Singleton
    static Policies policies(PolicyShelf shelf) {
        return shelf.policies();
    }

    @Produces
    @Singleton
    static FrontDoorSettings frontDoor(CoverageConfig config) {
        return Settings.frontDoor(config);
    }

    @Produces
    @Singleton
    static KeyFolder keys(CoverageConfig config, InstantSource clock) {
        return Settings.keys(config, clock.instant());
    }

    /** Asked for at the start, and with it every other setting, so that a wrong one stops the start. */
    @Produces
    @Singleton
    static Merging merging(CoverageConfig config, FrontDoorSettings frontDoor, PolicyShelf shelf, KeyFolder keys) {
        return Settings.merging(config);
    }
}

package io.dorsal.responder.store;

import io.dorsal.merge.store.Loaded;
import io.dorsal.merge.store.Statements;
import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.trial.Trial;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.TrialFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads all facts of some trials, in seven queries however many they are. */
final class FactLoader {
    private FactLoader() {}

    /** The facts of each trial whose document is known. */
    static Loaded<TrialFacts> load(Connection connection, Collection<TrialId> trials) throws SQLException {
        Loaded<StatedFacts> stated = Statements.load(connection, trials);
        List<DeviceId> worn = stated.facts().values().stream()
                .flatMap(facts -> devicesOf(facts.trial()))
                .distinct()
                .toList();
        Function<DeviceId, Optional<DeviceFacts>> devices = DeviceLoader.load(connection, worn);
        return stated.then(facts -> factsOf(facts, devices));
    }

    private static TrialFacts factsOf(StatedFacts stated, Function<DeviceId, Optional<DeviceFacts>> devices) {
        List<DeviceFacts> worn =
                devicesOf(stated.trial()).map(devices).flatMap(Optional::stream).toList();
        return new TrialFacts(stated.trial(), stated.reports(), worn);
    }

    private static Stream<DeviceId> devicesOf(Trial trial) {
        return trial.devices().stream().map(assignment -> assignment.device()).distinct();
    }
}

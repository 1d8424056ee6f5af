package io.dorsal.responder.core;

import io.dorsal.model.FactDigest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When each fact is dated, and the digest of those up to an instant. */
final class FactDates {
    private FactDates() {}

    /** The newest instant among the facts of the trial; 1970 if none has a date. */
    static Instant newest(TrialFacts facts, Rules.Clock rules) {
        Stream<Instant> ofDevices =
                AssignedBoot.of(facts, Instant.MAX, rules).stream().flatMap(FactDates::dated);
        return Stream.concat(facts.stated().dates(), ofDevices)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Stream<Instant> dated(AssignedBoot boot) {
        Stream<Instant> samples =
                boot.facts().clockSamples().stream().map(boot::dated).filter(boot::counts);
        Stream<Instant> events = boot.events().stream().map(KeptEvent::at);
        Stream<Instant> usage =
                boot.usage().stream().map(log -> log.spans().spans().getLast().to());
        return Stream.of(samples, events, usage).flatMap(dates -> dates);
    }

    /** What was stated, and the events of the devices worn. */
    static String digest(TrialFacts facts, List<AssignedBoot> boots, Instant asOf) {
        FactDigest digest = facts.stated().digest(asOf);
        boots.forEach(boot ->
                digest.events(boot.device(), boot.facts().boot(), boot.facts().received()));
        return digest.hex();
    }
}

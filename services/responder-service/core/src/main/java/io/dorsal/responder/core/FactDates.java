package io.dorsal.responder.core;

import io.dorsal.model.FactDigest;
import io.dorsal.model.SequenceRanges;
import io.dorsal.model.fact.StatedFacts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When each fact is dated, and the digest of those up to an instant. */
final class FactDates {
    private FactDates() {}

    /** The newest instant among the facts of the trial; 1970 if none has a date. */
    static Instant newest(TrialFacts facts, Rules.Clock rules) {
        Stream<Instant> ofDevices =
                AssignedBoot.of(facts, Instant.MAX, rules).stream().flatMap(boot -> dated(boot, rules));
        return Stream.concat(facts.stated().dates(rules.correctedMin()), ofDevices)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Stream<Instant> dated(AssignedBoot boot, Rules.Clock rules) {
        Stream<ClockSample> samples =
                boot.facts().clockSamples().stream().map(boot::dated).filter(sample -> boot.counts(sample.at()));
        Stream<ClockSample> events = Stream.concat(boot.events().stream(), boot.eventsWithoutTime().stream())
                .map(KeptEvent::clockSample);
        // A union of time does not know which event brought what, but none came after the boot's last receipt.
        Instant lastReceipt = lastReceipt(boot.facts());
        Stream<Instant> usage = boot.usage().stream()
                .map(log ->
                        StatedFacts.notAhead(log.spans().spans().getLast().to(), lastReceipt, rules.correctedMin()));
        return Stream.concat(
                Stream.concat(samples, events)
                        .map(event -> StatedFacts.notAhead(event.at(), event.receivedAt(), rules.correctedMin())),
                usage);
    }

    private static Instant lastReceipt(BootFacts boot) {
        return Stream.concat(
                        boot.clockSamples().stream().map(ClockSample::receivedAt),
                        boot.kept().stream().map(KeptEvent::receivedAt))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** What was stated, and the events of the devices worn. */
    static String digest(TrialFacts facts, List<AssignedBoot> boots, Instant asOf) {
        FactDigest digest = facts.stated().digest(asOf);
        for (AssignedBoot boot : boots) {
            digest.events(boot.device(), boot.facts().boot(), boot.facts().received());
            SequenceRanges reused = boot.facts().reusedNumbers();
            if (!reused.isEmpty()) {
                digest.reusedNumbers(boot.device(), boot.facts().boot(), reused);
            }
        }
        return digest.hex();
    }
}

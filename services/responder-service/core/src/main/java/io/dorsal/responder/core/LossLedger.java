package io.dorsal.responder.core;

import io.dorsal.model.SequenceRanges;
import io.dorsal.model.SequenceRanges.Range;
import io.dorsal.model.outcome.ResponderOutcome.BootClock;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import java.util.List;
import java.util.stream.Stream;

/** What each boot sent and what came: "41,207 of 41,207 events". Whatever was received counts, of any date. */
final class LossLedger {
    private LossLedger() {}

    static List<LedgerEntry> of(List<AssignedBoot> boots, int missingRangesMax) {
        return boots.stream().map(boot -> entry(boot, missingRangesMax)).toList();
    }

    static List<BootClock> clocks(List<AssignedBoot> boots) {
        return boots.stream().flatMap(LossLedger::clocks).toList();
    }

    /** One for each time that the clock was set, as far as there is something to say of it. */
    private static Stream<BootClock> clocks(AssignedBoot boot) {
        ClockSegment first = boot.clocks().segments().getFirst();
        return boot.clocks().segments().stream()
                .filter(segment -> segment.sampled() || segment.equals(first))
                .map(segment -> new BootClock(
                        boot.device().value(),
                        boot.facts().boot(),
                        segment.equals(first) ? null : segment.fromSeq(),
                        segment.clock().offsetMillis(),
                        segment.clock().liveSamples(),
                        segment.clock().trust()));
    }

    private static LedgerEntry entry(AssignedBoot boot, int missingRangesMax) {
        SequenceRanges received = boot.facts().received();
        List<Range> missing = received.missing();
        SequenceRanges conflicts = boot.facts().reusedNumbers();
        return new LedgerEntry(
                boot.device().value(),
                boot.facts().boot(),
                received.highest(),
                received.size(),
                missing.stream().limit(missingRangesMax).map(Range::toString).toList(),
                missing.size(),
                conflicts.ranges().stream()
                        .limit(missingRangesMax)
                        .map(Range::toString)
                        .toList(),
                conflicts.size());
    }
}

package io.dorsal.responder.core;

import io.dorsal.model.SequenceRanges;
import io.dorsal.model.SequenceRanges.Range;
import io.dorsal.model.outcome.ResponderOutcome.BootClock;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import java.util.List;

/** What each boot sent and what came: "41,207 of 41,207 events". Whatever was received counts, of any date. */
final class LossLedger {
    private LossLedger() {}

    static List<LedgerEntry> of(List<AssignedBoot> boots, int missingRangesMax) {
        return boots.stream().map(boot -> entry(boot, missingRangesMax)).toList();
    }

    static List<BootClock> clocks(List<AssignedBoot> boots) {
        return boots.stream()
                .map(boot -> new BootClock(
                        boot.device().value(),
                        boot.facts().boot(),
                        boot.clock().offsetMillis(),
                        boot.clock().liveSamples(),
                        boot.clock().trust()))
                .toList();
    }

    private static LedgerEntry entry(AssignedBoot boot, int missingRangesMax) {
        SequenceRanges received = boot.facts().received();
        List<Range> missing = received.missing();
        return new LedgerEntry(
                boot.device().value(),
                boot.facts().boot(),
                received.highest(),
                received.size(),
                missing.stream().limit(missingRangesMax).map(Range::toString).toList(),
                missing.size());
    }
}

package io.dorsal.responder.core;

import io.dorsal.model.Span;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.StimulationChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a boot's {@code stimulation.changed} events tell about the time between them. A state holds until the next
 * change, or until the boot's last event, if no sequence number in between is missing: a missing one might be a change.
 * After the last event of a boot nothing is known.
 */
final class ChangeLog {
    private final BootFacts boot;
    private final List<UsageSpans> known = new ArrayList<>();
    /** The current state's stretches so far; they count once the state is known to have held. */
    private final List<Span> pending = new ArrayList<>();

    private @Nullable StimulationChanged state;
    private long stateSeq;
    private Instant since = Instant.MIN;

    private ChangeLog(BootFacts boot) {
        this.boot = boot;
    }

    static List<UsageSpans> of(BootFacts boot) {
        return new ChangeLog(boot).read();
    }

    private List<UsageSpans> read() {
        for (KeptEvent event : boot.kept()) {
            if (event.what() instanceof StimulationChanged change) {
                close(event.seq(), event.at());
                state = change;
                stateSeq = event.seq();
                since = event.at();
            } else if (event.what() instanceof ClockAdjusted set) {
                // The stretch goes on, but its clock does not: one piece on the old time, one on the new.
                hold(set.before());
                since = set.after();
            }
        }
        boot.clockSamples().stream()
                .max(Comparator.comparingLong(ClockSample::seq))
                .ifPresent(last -> close(last.seq(), last.at()));
        return known;
    }

    private void close(long seq, Instant at) {
        hold(at);
        if (state != null && boot.received().containsAll(stateSeq, seq)) {
            known.add(new UsageSpans(state.on(), state.on() ? state.program() : null, new TimeSpans(pending)));
        }
        pending.clear();
        state = null;
    }

    private void hold(Instant until) {
        if (state != null && since.isBefore(until)) {
            pending.add(new Span(since, until));
        }
    }
}

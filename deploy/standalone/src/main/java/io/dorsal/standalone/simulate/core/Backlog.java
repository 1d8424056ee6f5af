package io.dorsal.standalone.simulate.core;

import io.dorsal.model.report.PatientReport;
import io.dorsal.standalone.simulate.core.Delivery.ClinicianDecided;
import io.dorsal.standalone.simulate.core.Delivery.PayerAnswered;
import io.dorsal.standalone.simulate.core.Delivery.PayloadSent;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.Delivery.TrialWritten;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a script is due, with neighbours of one kind folded into one: a sender that is behind sends batches. The facts
 * and their order stay the same; a resend stays a payload of its own.
 */
public final class Backlog {
    private static final int EVENTS_MAX = 500;
    private static final int REPORTS_MAX = 200;

    private final TrialScript script;
    private final List<Delivery> ready = new ArrayList<>();

    public Backlog(TrialScript script) {
        this.script = script;
    }

    /** The next thing to send; null while nothing is due at {@code now}. */
    public @Nullable Delivery next(Instant now) {
        if (ready.isEmpty()) {
            gather(now);
        }
        return ready.isEmpty() ? null : ready.removeFirst();
    }

    /** When there is something to send again; null when the trial is over. */
    public @Nullable Instant nextDue() {
        Delivery head = ready.isEmpty() ? script.peek() : ready.getFirst();
        return head == null ? null : head.due();
    }

    /** Reports overtake events here, as their way is another one; a trial document or a decision overtakes neither. */
    private void gather(Instant now) {
        List<LoggedEvent> events = new ArrayList<>();
        List<PatientReport> reports = new ArrayList<>();
        PayloadSent lastPayload = null;
        Delivery closing = null;
        for (Delivery head = due(now); head != null && closing == null; head = due(now)) {
            switch (head) {
                case ReportsFiled filed -> reports.addAll(filed.reports());
                case PayloadSent sent
                when !sent.resent() -> {
                    events.addAll(sent.events());
                    lastPayload = sent;
                }
                case PayloadSent resent -> closing = resent;
                case TrialWritten written -> closing = written;
                case PayerAnswered answered -> closing = answered;
                case ClinicianDecided decided -> closing = decided;
            }
            script.next();
            if (events.size() >= EVENTS_MAX || reports.size() >= REPORTS_MAX) {
                break;
            }
        }
        if (!reports.isEmpty()) {
            ready.add(new ReportsFiled(now, List.copyOf(reports)));
        }
        if (lastPayload != null) {
            ready.add(new PayloadSent(lastPayload.due(), lastPayload.device(), List.copyOf(events), false));
        }
        if (closing != null) {
            ready.add(closing);
        }
    }

    private @Nullable Delivery due(Instant now) {
        Delivery head = script.peek();
        return head == null || head.due().isAfter(now) ? null : head;
    }
}

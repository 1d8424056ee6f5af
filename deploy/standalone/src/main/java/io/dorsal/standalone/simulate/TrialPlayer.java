package io.dorsal.standalone.simulate;

import io.dorsal.model.trial.Trial;
import io.dorsal.standalone.simulate.core.Backlog;
import io.dorsal.standalone.simulate.core.Delivery;
import io.dorsal.standalone.simulate.core.Delivery.ClinicianDecided;
import io.dorsal.standalone.simulate.core.Delivery.PayerAnswered;
import io.dorsal.standalone.simulate.core.Delivery.PayloadSent;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.Delivery.TrialWritten;
import io.dorsal.standalone.simulate.core.TimeLapse;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.core.TrialScript;
import io.dorsal.standalone.simulate.mqtt.StimulatorLink;
import io.dorsal.standalone.simulate.wire.EventWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Plays one trial: everything that is due, in order, each thing until the platform has promised to keep it. */
final class TrialPlayer implements AutoCloseable {
    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);

    private final TrialPlan plan;
    private final Outside outside;
    private final List<Trial> documents;
    private final Backlog backlog;
    private final StimulatorLink link;
    private volatile boolean deviceAssigned;

    TrialPlayer(TrialPlan plan, Outside outside) {
        this.plan = plan;
        this.outside = outside;
        this.documents =
                plan.course().documents().stream().map(TrialWritten::document).toList();
        this.backlog = new Backlog(new TrialScript(plan));
        String secret = outside.registry().register(plan.course().device());
        this.link = new StimulatorLink(outside.broker(), plan.course().device(), secret, outside.patience());
    }

    void playUntil(Instant end) {
        for (Delivery due = backlog.next(end); due != null; due = backlog.next(end)) {
            outside.patience().requireGoingOn();
            deliver(due);
        }
    }

    /** Goes on until the trial is over or the play is stopped. */
    void playLive(TimeLapse time, InstantSource clock) {
        for (Instant next = backlog.nextDue(); next != null; next = backlog.nextDue()) {
            Duration pause = time.until(next, clock.instant());
            if (pause.isZero()) {
                playUntil(time.simulated(clock.instant()));
            } else {
                outside.patience().requireGoingOn();
                outside.patience().pause(pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX);
            }
        }
    }

    /** Only then does the trial's ledger show the device. */
    boolean isDeviceAssigned() {
        return deviceAssigned;
    }

    TrialPlan plan() {
        return plan;
    }

    private void deliver(Delivery delivery) {
        switch (delivery) {
            case TrialWritten written -> {
                outside.registry().write(written.document(), documents);
                deviceAssigned |= !written.document().devices().isEmpty();
            }
            case ReportsFiled filed ->
                outside.reportsRefused()
                        .add(outside.registry().file(plan.course().trial(), filed.reports()));
            case PayerAnswered answered -> outside.decisions().answer(answered.answer());
            case ClinicianDecided decided -> sign(decided);
            case PayloadSent sent -> {
                link.publish(EventWriter.payload(sent.events()));
                outside.tally().acknowledge(sent.device(), sent.events());
            }
        }
    }

    /** A screen that still waits for events would be signed too early. */
    private void sign(ClinicianDecided decided) {
        if (outside.decisions().isRecorded(decided)) {
            return;
        }
        outside.patience().until(() -> {
            if (!LedgerCheck.agrees(plan, outside.tally(), outside.ledgers())) {
                throw new IOException("The platform has not counted every event yet.");
            }
            return true;
        });
        outside.decisions().sign(decided);
    }

    @Override
    public void close() {
        link.close();
    }
}

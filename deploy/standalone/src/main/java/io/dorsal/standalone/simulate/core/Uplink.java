package io.dorsal.standalone.simulate.core;

import io.dorsal.standalone.simulate.core.Delivery.PayloadSent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stimulator's log into payloads: one event at once while the link is up, a batch after an outage; some late, so
 * that a later one overtakes them, some sent again. Only a device that loses events leaves any out.
 */
final class Uplink {
    private static final int BATCH_EVENTS_MAX = 200;
    private static final double OVERTAKEN_CHANCE = 0.03;
    private static final double RESENT_CHANCE = 0.04;

    private final long seed;
    private final StimulatorPlan plan;
    private final Link link;

    Uplink(long seed, StimulatorPlan plan, Link link) {
        this.seed = seed;
        this.plan = plan;
        this.link = link;
    }

    List<PayloadSent> send(List<LoggedEvent> events, LocalDate date) {
        Dice dice = Dice.of(seed, plan.device(), "uplink", date);
        List<PayloadSent> sent = new ArrayList<>();
        List<LoggedEvent> batch = new ArrayList<>();
        Instant batchDue = Instant.MIN;
        for (LoggedEvent event : events) {
            if (dice.chance(plan.lossShare())) {
                continue;
            }
            Instant due = link.reachableAt(event.happenedAt());
            if (!due.equals(batchDue) || batch.size() == BATCH_EVENTS_MAX) {
                flush(batch, batchDue, dice, sent);
                batchDue = due;
            }
            batch.add(event);
        }
        flush(batch, batchDue, dice, sent);
        return sent;
    }

    private void flush(List<LoggedEvent> batch, Instant reachable, Dice dice, List<PayloadSent> sent) {
        if (batch.isEmpty()) {
            return;
        }
        List<LoggedEvent> events = List.copyOf(batch);
        batch.clear();
        Instant due = reachable.plusMillis(200 + dice.below(1_800));
        if (dice.chance(OVERTAKEN_CHANCE)) {
            due = due.plusSeconds(30 + dice.below(570));
        }
        sent.add(new PayloadSent(due, plan.device(), events, false));
        if (dice.chance(RESENT_CHANCE)) {
            sent.add(new PayloadSent(due.plusSeconds(5 + dice.below(115)), plan.device(), events, true));
        }
    }
}

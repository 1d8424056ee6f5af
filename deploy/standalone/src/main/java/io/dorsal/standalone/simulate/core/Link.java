package io.dorsal.standalone.simulate.core;

import io.dorsal.model.LocalDays;
import io.dorsal.model.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a stimulator can reach the platform: it stores what happens during an outage and forwards it afterwards. */
final class Link {
    private final long seed;
    private final StimulatorPlan plan;
    private final LocalDays days;

    Link(long seed, StimulatorPlan plan, LocalDays days) {
        this.seed = seed;
        this.plan = plan;
        this.days = days;
    }

    /** The instant from which an event of {@code happenedAt} can be sent: the same one while the link is up. */
    Instant reachableAt(Instant happenedAt) {
        LocalDate date = days.dateOf(happenedAt);
        Instant reachable = happenedAt;
        // Yesterday's night outage reaches into today.
        for (LocalDate drawn : List.of(date.minusDays(1), date)) {
            for (Span outage : outages(drawn)) {
                reachable = outage.contains(reachable) ? outage.to() : reachable;
            }
        }
        return reachable;
    }

    private List<Span> outages(LocalDate date) {
        Dice dice = Dice.of(seed, plan.device(), "link", date);
        List<Span> outages = new ArrayList<>(2);
        Instant midnight = days.startOf(date);
        if (dice.chance(plan.outageChance())) {
            Instant away = midnight.plusSeconds(9 * 3_600 + dice.below(7 * 3_600));
            outages.add(new Span(away, away.plusSeconds(3_600 + dice.below(3 * 3_600))));
        }
        if (dice.chance(plan.outageChance())) {
            Instant asleep = midnight.plusSeconds(22 * 3_600 + dice.below(3_600));
            outages.add(new Span(asleep, asleep.plusSeconds(8 * 3_600 + dice.below(3_600))));
        }
        return outages;
    }
}

package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.LocalDays;
import io.dorsal.model.Span;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * No later fact shows: the outcome of all facts as of an instant is that of the facts dated up to it. Ledger, clock and
 * digest name whole boots and are left aside. A clock is told by all receipts of its boot, so only those trials are
 * compared of which the facts up to the instant tell the same. A usage log is a fact about each moment of its span.
 */
class AsOfPropertyTest {
    private static final int ROUNDS = 200;
    private static final Rules RULES = Rules.PAIN_RELIEF_1;
    private final Random random = Seed.random(AsOfPropertyTest.class);

    @Test
    void noLaterFactShows() {
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Sketch sketch = RandomTrial.sketch(random);
            TrialFacts all = sketch.facts();
            Instant asOf = Sketch.PLACED_AT.plus(Duration.ofSeconds(random.nextInt(10 * 24 * 3600)));
            TrialFacts upTo = new TrialFacts(all.trial(), reports(all, asOf), devices(all, sketch.events(), asOf));
            if (clocksAgree(all, upTo)) {
                compared++;
                assertThat(figures(all, asOf)).isEqualTo(figures(upTo, asOf));
            }
        }

        assertThat(compared).isGreaterThan(ROUNDS / 4);
    }

    private static ObjectNode figures(TrialFacts facts, Instant asOf) {
        return ResponderOutcomeCodec.node(Assessment.assess(facts, asOf, RULES))
                .without(List.of("ledger", "clock", "factDigest"));
    }

    private static List<PatientReport> reports(TrialFacts facts, Instant asOf) {
        LocalDays days = facts.trial().days();
        return facts.reports().stream()
                .filter(report -> {
                    Instant dated = StatedFacts.dated(report.states(), days);
                    return dated == null || !dated.isAfter(asOf);
                })
                .toList();
    }

    private static List<DeviceFacts> devices(TrialFacts all, List<DeviceEvent> events, Instant asOf) {
        List<DeviceFacts> upTo = new ArrayList<>();
        for (DeviceFacts device : all.devices()) {
            for (BootFacts boot : device.boots()) {
                BootClocks clocks = BootClocks.of(boot, RULES.clock());
                AssignedBoot dated = new AssignedBoot(device.device(), boot, clocks, List.of(), asOf);
                List<DeviceEvent> ofBoot = events.stream()
                        .filter(event -> event.device().equals(device.device()) && event.boot() == boot.boot())
                        .filter(event -> !dated.dated(KeptEvent.of(event)).at().isAfter(asOf))
                        .toList();
                BootFacts facts = new BootFacts(
                        boot.boot(),
                        BootFacts.ofBoot(boot.boot(), ofBoot).received(),
                        usage(boot, clocks, asOf),
                        BootFacts.ofBoot(boot.boot(), ofBoot).kept(),
                        BootFacts.ofBoot(boot.boot(), ofBoot).clockSamples(),
                        boot.conflicts());
                upTo.add(new DeviceFacts(device.device(), List.of(facts)));
            }
        }
        return upTo;
    }

    private static List<UsageSpans> usage(BootFacts boot, BootClocks clocks, Instant asOf) {
        List<TimeSpans> before = new ArrayList<>();
        clocks.deviceTime()
                .forEach((correction, time) ->
                        before.add(time.intersect(TimeSpans.of(new Span(Instant.MIN, asOf.minus(correction))))));
        TimeSpans told = TimeSpans.unionOf(before);
        return boot.usage().stream()
                .map(log -> new UsageSpans(log.on(), log.program(), log.spans().intersect(told)))
                .toList();
    }

    private static boolean clocksAgree(TrialFacts all, TrialFacts upTo) {
        for (int device = 0; device < all.devices().size(); device++) {
            List<BootFacts> boots = all.devices().get(device).boots();
            for (int boot = 0; boot < boots.size(); boot++) {
                if (!agree(boots.get(boot), upTo.devices().get(device).boots().get(boot))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Of the events that are not kept only the last of a minute is remembered: a boot in which one is not, is skipped. */
    private static boolean agree(BootFacts all, BootFacts some) {
        return BootClocks.of(all, RULES.clock())
                        .deviceTime()
                        .equals(BootClocks.of(some, RULES.clock()).deviceTime())
                && all.clockSamples().size() == all.received().size();
    }
}

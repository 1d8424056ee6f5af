package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Facts are a set: no order, repetition or batching of their arrival shows in the outcome or its digest. */
class OutcomePropertyTest {
    private static final int ROUNDS = 60;
    private final Random random = Seed.random(OutcomePropertyTest.class);

    @Test
    void anyOrderDuplicationAndBatchSplitGivesTheSameOutcomeAndDigest() {
        for (int round = 0; round < ROUNDS; round++) {
            Sketch sketch = RandomTrial.sketch(random);
            TrialFacts once = sketch.facts();
            TrialFacts untidy = arrivedUntidily(sketch);
            Instant asOf = random.nextBoolean() ? Assessment.newestFact(once) : someInstant();

            ResponderOutcome expected = Assessment.assess(once, asOf, Rules.PAIN_RELIEF_1);
            ResponderOutcome outcome = Assessment.assess(untidy, asOf, Rules.PAIN_RELIEF_1);

            assertThat(untidy).isEqualTo(once);
            assertThat(Assessment.newestFact(untidy)).isEqualTo(Assessment.newestFact(once));
            assertThat(outcome).isEqualTo(expected);
            assertThat(ResponderOutcomeCodec.stored(outcome)).isEqualTo(ResponderOutcomeCodec.stored(expected));
            assertThat(outcome.factDigest()).isEqualTo(expected.factDigest());
        }
    }

    @Test
    void mergingIsCommutativeAssociativeAndIdempotent() {
        for (int round = 0; round < ROUNDS; round++) {
            List<DeviceEvent> boot = RandomTrial.sketch(random).events().stream()
                    .filter(event -> event.boot() == 0 && event.device().equals(Sketch.DEVICE))
                    .toList();
            BootFacts a = some(boot);
            BootFacts b = some(boot);
            BootFacts c = some(boot);

            assertThat(a.merge(b)).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(b).merge(b)).isEqualTo(a.merge(b));
        }
    }

    @Test
    void everyDayAddsUpToItsLength() {
        for (int round = 0; round < ROUNDS; round++) {
            Sketch sketch = RandomTrial.sketch(random);
            for (Day day : sketch.assess(someInstant()).days()) {
                assertThat(day.on()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(day.off()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(day.unknown()).isGreaterThanOrEqualTo(Duration.ZERO);
                assertThat(day.on().plus(day.off()).plus(day.unknown())).isEqualTo(day.length());
                assertThat(day.lengthSeconds()).isBetween(23 * 3600L, 25 * 3600L);
            }
        }
    }

    private TrialFacts arrivedUntidily(Sketch sketch) {
        List<DeviceEvent> events = new ArrayList<>(sketch.events());
        sketch.events().stream()
                .filter(event -> random.nextInt(3) == 0)
                .map(this::again)
                .forEach(events::add);
        Collections.shuffle(events, random);
        List<PatientReport> reports = new ArrayList<>(sketch.reports());
        reports.addAll(
                sketch.reports().stream().filter(report -> random.nextBoolean()).toList());
        Collections.shuffle(reports, random);
        TrialFacts facts = new TrialFacts(sketch.trial(), List.of(), List.of());
        while (!events.isEmpty() || !reports.isEmpty()) {
            facts = withBatch(facts, take(events), take(reports));
        }
        return facts;
    }

    /** The device sent it again, and the gateway stamped it anew. */
    private DeviceEvent again(DeviceEvent event) {
        Duration later = Duration.ofMillis(random.nextInt(3_600_000));
        return new DeviceEvent(
                event.device(),
                event.boot(),
                event.seq(),
                event.at(),
                event.receivedAt().plus(later),
                event.what());
    }

    private static TrialFacts withBatch(TrialFacts facts, List<DeviceEvent> events, List<PatientReport> reports) {
        List<PatientReport> allReports = new ArrayList<>(facts.reports());
        allReports.addAll(reports);
        List<DeviceFacts> devices = new ArrayList<>(facts.devices());
        events.forEach(event -> devices.add(new DeviceFacts(event.device(), List.of(BootFacts.of(event)))));
        return new TrialFacts(facts.trial(), allReports, devices);
    }

    private <T> List<T> take(List<T> items) {
        int count = Math.min(items.size(), 1 + random.nextInt(40));
        List<T> taken = List.copyOf(items.subList(0, count));
        items.subList(0, count).clear();
        return taken;
    }

    private BootFacts some(List<DeviceEvent> boot) {
        return BootFacts.ofBoot(
                0, boot.stream().filter(event -> random.nextBoolean()).toList());
    }

    private Instant someInstant() {
        return Sketch.PLACED_AT.plus(Duration.ofMinutes(random.nextInt(12 * 24 * 60) - 24 * 60));
    }
}

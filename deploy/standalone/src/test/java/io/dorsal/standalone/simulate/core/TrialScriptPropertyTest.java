package io.dorsal.standalone.simulate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.SequenceRanges;
import io.dorsal.model.report.PatientReport;
import io.dorsal.standalone.simulate.core.Delivery.PayloadSent;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.Tally.Boot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialScriptPropertyTest {
    private static final LocalDate UNTIL = LocalDate.parse("2026-11-02");
    private static final int RUNS = 12;
    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void theSameSeedBringsTheSameFactsInTheSameOrder() {
        for (TrialPlan plan : plans(0)) {
            assertThat(all(plan)).as("-Dseed=%d", seed).isEqualTo(all(plan));
        }
        assertThat(all(plans(0).getFirst()))
                .isNotEqualTo(all(new Cohort(seed + 1, 5, UNTIL, 0).plans(1).getFirst()));
    }

    @Test
    void moreTrialsLeaveTheFirstOnesAsTheyWere() {
        Cohort cohort = new Cohort(seed, 5, UNTIL, 0);
        assertThat(cohort.plans(9).subList(0, 4)).as("-Dseed=%d", seed).isEqualTo(cohort.plans(4));
    }

    @Test
    void deliveriesComeInOrderOfTheirDueTime() {
        for (TrialPlan plan : plans(0)) {
            assertThat(all(plan))
                    .as("-Dseed=%d", seed)
                    .extracting(Delivery::due)
                    .isSorted();
        }
    }

    @Test
    void withoutLossEachNumberOfABootIsSentExactlyOnceBesideResends() {
        for (TrialPlan plan : plans(0)) {
            Map<Boot, SequenceRanges> once = new HashMap<>();
            for (LoggedEvent event : events(plan, false)) {
                Boot boot = new Boot(plan.course().device(), event.boot());
                SequenceRanges before = once.getOrDefault(boot, SequenceRanges.NONE);
                SequenceRanges after = before.union(SequenceRanges.of(event.seq()));
                assertThat(after.size()).as("-Dseed=%d %s", seed, event).isEqualTo(before.size() + 1);
                once.put(boot, after);
            }
            once.values()
                    .forEach(sent ->
                            assertThat(sent.missing()).as("-Dseed=%d", seed).isEmpty());
        }
    }

    @Test
    void aResendRepeatsWhatWasSentBefore() {
        int resends = 0;
        for (TrialPlan plan : plans(0)) {
            Set<LoggedEvent> sent = new HashSet<>();
            for (Delivery delivery : all(plan)) {
                if (delivery instanceof PayloadSent payload) {
                    if (payload.resent()) {
                        resends++;
                        assertThat(sent).as("-Dseed=%d", seed).containsAll(payload.events());
                    }
                    sent.addAll(payload.events());
                }
            }
        }
        assertThat(resends).as("-Dseed=%d", seed).isPositive();
    }

    @Test
    void stimulatorsBatchReorderAndRestart() {
        int batches = 0;
        int overtaken = 0;
        Set<Long> boots = new HashSet<>();
        for (TrialPlan plan : plans(0)) {
            long highest = -1;
            long boot = 0;
            for (Delivery delivery : all(plan)) {
                if (delivery instanceof PayloadSent payload && !payload.resent()) {
                    LoggedEvent first = payload.events().getFirst();
                    batches += payload.events().size() > 1 ? 1 : 0;
                    overtaken += first.boot() == boot && first.seq() < highest ? 1 : 0;
                    boot = first.boot();
                    highest = first.seq();
                    boots.add(boot);
                }
            }
        }
        assertThat(batches).as("-Dseed=%d", seed).isPositive();
        assertThat(overtaken).as("-Dseed=%d", seed).isPositive();
        assertThat(boots).as("-Dseed=%d", seed).hasSizeGreaterThan(1);
    }

    @Test
    void aDeviceThatLosesEventsLeavesGaps() {
        long missing = 0;
        for (TrialPlan plan : plans(0.05)) {
            Tally tally = new Tally();
            tally.acknowledge(plan.course().device(), events(plan, false));
            missing += tally.boots().values().stream()
                    .mapToInt(sent -> sent.missing().size())
                    .sum();
        }
        assertThat(missing).as("-Dseed=%d", seed).isPositive();
    }

    @Test
    void aBacklogFoldsPayloadsWithoutChangingTheFacts() {
        for (TrialPlan plan : plans(0)) {
            List<Delivery> folded = new ArrayList<>();
            Backlog backlog = new Backlog(new TrialScript(plan));
            for (Delivery next = backlog.next(Instant.MAX); next != null; next = backlog.next(Instant.MAX)) {
                folded.add(next);
            }
            List<Delivery> single = all(plan);
            assertThat(folded).as("-Dseed=%d", seed).hasSizeLessThan(single.size() / 4);
            assertThat(events(folded, true)).as("-Dseed=%d", seed).isEqualTo(events(single, true));
            assertThat(reports(folded)).as("-Dseed=%d", seed).isEqualTo(reports(single));
        }
    }

    @Test
    void aThirdOfThePatientsFillInLessThanHalfOfTheDays() {
        long fewer = new Cohort(seed, 5, UNTIL, 0)
                .plans(600).stream()
                        .filter(plan -> ((DrawnDiary) plan.diary()).adherence() < 0.5)
                        .count();
        assertThat(fewer).as("-Dseed=%d", seed).isBetween(140L, 260L);
    }

    private List<TrialPlan> plans(double lossShare) {
        return new Cohort(seed, 5, UNTIL, lossShare).plans(RUNS);
    }

    private static List<LoggedEvent> events(TrialPlan plan, boolean resent) {
        return events(all(plan), resent);
    }

    private static List<LoggedEvent> events(List<Delivery> deliveries, boolean resent) {
        return deliveries.stream()
                .filter(PayloadSent.class::isInstance)
                .map(PayloadSent.class::cast)
                .filter(payload -> resent || !payload.resent())
                .flatMap(payload -> payload.events().stream())
                .toList();
    }

    private static List<PatientReport> reports(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(ReportsFiled.class::isInstance)
                .flatMap(filed -> ((ReportsFiled) filed).reports().stream())
                .toList();
    }

    static List<Delivery> all(TrialPlan plan) {
        List<Delivery> deliveries = new ArrayList<>();
        TrialScript script = new TrialScript(plan);
        while (script.peek() != null) {
            deliveries.add(script.next());
        }
        return deliveries;
    }
}

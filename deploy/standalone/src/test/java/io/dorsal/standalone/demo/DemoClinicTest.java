package io.dorsal.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.ClinicianDecision;
import io.dorsal.model.decision.ClinicianDecision.OnScreen;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.PayerDecision;
import io.dorsal.model.event.Waveform;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.TrialState;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.DevicePayload;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.standalone.simulate.core.Delivery;
import io.dorsal.standalone.simulate.core.Delivery.ClinicianDecided;
import io.dorsal.standalone.simulate.core.Delivery.PayerAnswered;
import io.dorsal.standalone.simulate.core.Delivery.PayloadSent;
import io.dorsal.standalone.simulate.core.Delivery.ReportsFiled;
import io.dorsal.standalone.simulate.core.Delivery.TrialWritten;
import io.dorsal.standalone.simulate.core.LoggedEvent;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.core.TrialScript;
import io.dorsal.standalone.simulate.wire.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoClinicTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");
    private final List<TrialPlan> plans = DemoClinic.plans(TODAY);

    @Test
    void everyTherapyAndWaveformIsShown() {
        assertThat(plans).extracting(plan -> plan.course().therapy()).contains(Therapy.values());
        assertThat(plans)
                .flatExtracting(plan -> plan.stimulator().programs())
                .extracting(program -> program.settings().waveform())
                .contains(Waveform.values());
    }

    @Test
    void aDozenTrialsRunTodayOneIsPlannedThreeAreOver() {
        Map<TrialState, Long> states = plans.stream()
                .map(plan -> plan.course().documents().stream()
                        .filter(written -> !written.due().isAfter(NOON))
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .document()
                        .state())
                .collect(Collectors.groupingBy(state -> state, Collectors.counting()));
        assertThat(states).isEqualTo(Map.of(TrialState.RUNNING, 14L, TrialState.PLANNED, 1L, TrialState.ENDED, 3L));
    }

    @Test
    void everyBaselineCanBeAssessed() {
        for (TrialPlan plan : plans) {
            long answered = IntStream.rangeClosed(-7, -1)
                    .filter(day -> !plan.diary().entries(day).isEmpty())
                    .count();
            assertThat(answered).as(plan.course().subject()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void theBorderlineTrialStandsAtExactlyHalf() {
        TrialPlan borderline = plan("0428");
        double baseline = mean(borderline, -7, -1);
        for (int day = 5; day <= 7; day++) {
            assertThat(2 * mean(borderline, 1, day)).isEqualTo(baseline);
        }
    }

    @Test
    void theCorrectionMakesTheDifference() {
        Map<String, PatientReport> highest = new HashMap<>();
        deliveries(plan("0426"), ReportsFiled.class)
                .flatMap(filed -> filed.reports().stream())
                .forEach(report ->
                        highest.merge(report.report().value(), report, (a, b) -> a.revision() > b.revision() ? a : b));
        assertThat(highest.get("p-2026-11-19-1").states())
                .isInstanceOfSatisfying(
                        Statement.Pain.class, pain -> assertThat(pain.score()).isEqualByComparingTo("3"));
        assertThat(highest.get("x-2026-11-18").isRetracted()).isTrue();
        assertThat(highest.get("p-2026-11-19-1").why()).isEqualTo("the score was typed wrong");
        assertThat(highest.get("x-2026-11-18").why()).isEqualTo("typed on the wrong day");
    }

    @Test
    void afterTheClockResetTimesAreOf1970() {
        assertThat(deliveries(plan("0429"), PayloadSent.class)
                        .flatMap(sent -> sent.events().stream())
                        .filter(event -> event.boot() == 1)
                        .map(LoggedEvent::at))
                .isNotEmpty()
                .allMatch(at -> at.isBefore(Instant.parse("1970-02-01T00:00:00Z")));
    }

    @Test
    void theLateAssignmentComesAfterTheFirstEvents() {
        List<Delivery> due = deliveries(plan("0419"), Delivery.class).toList();
        int firstEvent = due.indexOf(
                due.stream().filter(PayloadSent.class::isInstance).findFirst().orElseThrow());
        int assigned = due.indexOf(due.stream()
                .filter(one -> one instanceof TrialWritten written
                        && !written.document().devices().isEmpty())
                .findFirst()
                .orElseThrow());
        assertThat(firstEvent).isLessThan(assigned);
    }

    @Test
    void thePlatformTakesEveryEvent() {
        plans.forEach(plan -> deliveries(plan, PayloadSent.class).forEach(sent -> {
            byte[] payload = EventWriter.payload(sent.events());
            DevicePayload.slices(payload)
                    .forEach(slice ->
                            DeviceEventCodec.parse(sent.device(), sent.due(), payload, slice.offset(), slice.length()));
        }));
    }

    /** What is filed is read back as the registry reads it. */
    @Test
    void theRegistryTakesEveryReportAndDocument() {
        plans.forEach(plan -> deliveries(plan, Delivery.class).forEach(next -> {
            if (next instanceof ReportsFiled filed) {
                filed.reports().forEach(DemoClinicTest::readsBack);
            } else if (next instanceof TrialWritten written) {
                String json = TrialCodec.canonical(written.document());
                assertThat(TrialCodec.canonical(TrialCodec.parse(plan.course().trial(), 0, Json.parse(bytes(json)))))
                        .isEqualTo(json);
            }
        }));
    }

    /** What a clinician signs and a payer answers is read back as the registry reads it. */
    @Test
    void everyTrialThatIsOverIsDecidedAndOnePayerRefuses() {
        List<Decision> decided = plans.stream()
                .flatMap(plan -> deliveries(plan, Delivery.class))
                .flatMap(DemoClinicTest::decision)
                .toList();

        assertThat(decided)
                .allSatisfy(one -> assertThat(DecisionCodec.parseStored(DecisionCodec.stored(one)))
                        .isEqualTo(one));
        assertThat(decided)
                .filteredOn(ClinicianDecision.class::isInstance)
                .extracting(one -> ((ClinicianDecision) one).choice())
                .containsExactlyInAnyOrder(Choice.IMPLANT, Choice.IMPLANT, Choice.NO_IMPLANT);
        assertThat(decided)
                .filteredOn(one -> one instanceof PayerDecision payer && payer.denial() != null)
                .hasSize(1);
        assertThat(decided).allSatisfy(one -> assertThat(one.decidedAt()).isBefore(NOON));
    }

    private static Stream<Decision> decision(Delivery delivery) {
        OnScreen shown =
                new OnScreen("mac-scs-ngs", "2021-07-01", NOON, "0".repeat(64), "1".repeat(64), "2".repeat(64));
        return switch (delivery) {
            case ClinicianDecided decided -> Stream.of(decided.over(shown));
            case PayerAnswered answered -> Stream.of(answered.answer());
            default -> Stream.empty();
        };
    }

    private static void readsBack(PatientReport report) {
        String json = ReportCodec.canonical(report);
        assertThat(ReportCodec.canonical(
                        ReportCodec.parse(report.trial(), report.recordedAt(), null, Json.parse(bytes(json)))))
                .isEqualTo(json);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private TrialPlan plan(String subject) {
        return plans.stream()
                .filter(plan -> plan.course().subject().endsWith(subject))
                .findFirst()
                .orElseThrow();
    }

    private static double mean(TrialPlan plan, int from, int to) {
        List<Double> levels = new ArrayList<>();
        for (int day = from; day <= to; day++) {
            plan.diary().entries(day).forEach(entry -> levels.add(entry.level()));
        }
        return levels.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static <T extends Delivery> Stream<T> deliveries(TrialPlan plan, Class<T> type) {
        List<T> found = new ArrayList<>();
        TrialScript script = new TrialScript(plan);
        while (script.peek() != null) {
            Delivery next = script.next();
            if (type.isInstance(next)) {
                found.add(type.cast(next));
            }
        }
        return found.stream();
    }
}

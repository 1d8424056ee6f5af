package io.dorsal.responder.core;

import io.dorsal.model.ClinicId;
import io.dorsal.model.DeviceId;
import io.dorsal.model.LocalDays;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.ReportId;
import io.dorsal.model.TrialId;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.Trial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A trial drawn with a few strokes: placed on Monday 2 March 2026 in New York, removed eight days later, so that
 * baseline is 23 February to 1 March and days 1 to 7 are 3 to 9 March. Day 6, 8 March, lasts 23 hours.
 */
final class Sketch {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final LocalDate PLACEMENT = LocalDate.of(2026, 3, 2);
    static final Instant PLACED_AT = Instant.parse("2026-03-02T15:30:00Z");
    static final Instant REMOVED_AT = Instant.parse("2026-03-10T14:00:00Z");
    static final DeviceId DEVICE = new DeviceId("ETS-1");
    private static final Instant RETRACTED_AT = Instant.parse("2026-03-15T00:00:00Z");
    private static final TrialId TRIAL = new TrialId("T-1");

    private final List<PatientReport> reports = new ArrayList<>();
    private final List<DeviceEvent> events = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private ZoneId zone = NEW_YORK;
    private Therapy therapy = Therapy.SCS;
    private PainScale scale = PainScale.NRS;
    private PainConstruct construct = PainConstruct.AVERAGE;
    private @Nullable Instant placedAt = PLACED_AT;
    private @Nullable Instant plannedRemovalAt = REMOVED_AT;
    private @Nullable Instant removedAt = REMOVED_AT;

    Sketch zone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    Sketch therapy(Therapy therapy) {
        this.therapy = therapy;
        return this;
    }

    Sketch scale(PainScale scale) {
        this.scale = scale;
        return this;
    }

    Sketch construct(PainConstruct construct) {
        this.construct = construct;
        return this;
    }

    Sketch placed(@Nullable String at) {
        placedAt = at == null ? null : Instant.parse(at);
        return this;
    }

    Sketch planned(@Nullable String at) {
        plannedRemovalAt = at == null ? null : Instant.parse(at);
        return this;
    }

    Sketch removed(@Nullable String at) {
        removedAt = at == null ? null : Instant.parse(at);
        return this;
    }

    Sketch running() {
        return removed(null);
    }

    /** The scores of the seven baseline days; null leaves a day unanswered. */
    Sketch baseline(@Nullable Object... scores) {
        return diary(PLACEMENT.minusDays(7), scores);
    }

    /** The scores of day 1 and on; null leaves a day unanswered. */
    Sketch days(@Nullable Object... scores) {
        return diary(PLACEMENT.plusDays(1), scores);
    }

    Sketch diary(LocalDate from, @Nullable Object... scores) {
        for (int i = 0; i < scores.length; i++) {
            Object score = scores[i];
            if (score != null) {
                LocalDate date = from.plusDays(i);
                pain("p-" + date, 1, at(date, "20:00"), score);
            }
        }
        return this;
    }

    Sketch pain(String id, int revision, Instant at, Object score) {
        return pain(id, revision, at, score, scale, construct);
    }

    Sketch pain(String id, int revision, Instant at, Object score, PainScale scale, PainConstruct construct) {
        return report(id, revision, new Statement.Pain(at, scale, construct, new BigDecimal(score.toString())));
    }

    /** A report that was recorded a minute after what it tells. */
    Sketch report(String id, int revision, Statement states) {
        Instant dated = StatedFacts.dated(states, new LocalDays(zone));
        return report(id, revision, states, dated == null ? RETRACTED_AT : dated.plusSeconds(60));
    }

    Sketch report(String id, int revision, Statement states, Instant recordedAt) {
        reports.add(new PatientReport(TRIAL, new ReportId(id), revision, states, recordedAt, null));
        return this;
    }

    Sketch wears(String device, String from, @Nullable String to) {
        assignments.add(
                new Assignment(new DeviceId(device), Instant.parse(from), to == null ? null : Instant.parse(to)));
        return this;
    }

    /** The patient wears the one device from the placement on. */
    Sketch wears() {
        return wears(DEVICE.value(), PLACED_AT.toString(), null);
    }

    /** An event that is sent at once. */
    Sketch event(long boot, long seq, Instant at, Happening what) {
        return event(DEVICE.value(), boot, seq, at, at, what);
    }

    Sketch event(String device, long boot, long seq, Instant at, Instant receivedAt, Happening what) {
        events.add(new DeviceEvent(new DeviceId(device), boot, seq, at, receivedAt, what));
        return this;
    }

    Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    List<PatientReport> reports() {
        return List.copyOf(reports);
    }

    List<DeviceEvent> events() {
        return List.copyOf(events);
    }

    Trial trial() {
        return new Trial(
                TRIAL,
                1,
                new ClinicId("harbor-pain"),
                "S-0417",
                therapy,
                "M96.1",
                zone,
                scale,
                construct,
                placedAt,
                plannedRemovalAt,
                removedAt,
                List.copyOf(assignments),
                List.of(),
                List.of(),
                List.of(),
                new CoverageTerms(null, null, null, null, null, null, null));
    }

    TrialFacts facts() {
        Map<DeviceId, List<DeviceEvent>> byDevice =
                events.stream().collect(Collectors.groupingBy(DeviceEvent::device, TreeMap::new, Collectors.toList()));
        List<DeviceFacts> devices = new ArrayList<>();
        byDevice.forEach((device, ofDevice) -> devices.add(DeviceFacts.of(device, ofDevice)));
        return new TrialFacts(trial(), reports, devices);
    }

    /** The outcome long after everything. */
    ResponderOutcome assess() {
        return assess(Instant.parse("2027-01-01T00:00:00Z"));
    }

    ResponderOutcome assess(Instant asOf) {
        return Assessment.assess(facts(), asOf, Rules.PAIN_RELIEF_1);
    }

    /** The outcome at noon of a trial day; day 0 is the placement date. */
    ResponderOutcome assessOnDay(int day, String time) {
        return assess(at(PLACEMENT.plusDays(day), time));
    }
}

package io.dorsal.dashboard.core.page;

import io.dorsal.dashboard.core.Durations;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.Words;
import io.dorsal.dashboard.core.chart.Programs;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.outcome.ResponderOutcome.BootClock;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import io.dorsal.model.outcome.ResponderOutcome.UsageBounds;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The tables of a trial's page, as texts.
 *
 * @param moreStretches stretches of stimulation beyond those in the table
 */
public record Tables(
        List<DayRow> days,
        List<StretchRow> stretches,
        int moreStretches,
        List<PainRow> byState,
        List<PainRow> byProgram,
        List<LedgerRow> ledger,
        List<ClockRow> clock,
        List<ShownRow> shown,
        List<MissingRow> missing) {
    private static final int STRETCHES_MAX = 200;
    /** As many as an outcome has. */
    private static final int CONFLICTS_MAX = 100;

    public record DayRow(
            String date,
            String window,
            String mean,
            String entries,
            String on,
            String off,
            String unknown,
            String usage) {}

    public record StretchRow(String from, String to, String what) {}

    public record PainRow(String label, String entries, String mean) {}

    /** @param count such as {@code 41,207 of 41,207 events} */
    public record LedgerRow(String device, String boot, String count, String missing) {}

    public record ClockRow(String device, String boot, String offset, String samples, String trust) {}

    public record ShownRow(String at, String device, String kind, String text) {}

    public record MissingRow(String what, String date, String until) {}

    static Tables of(Trial trial, ResponderOutcome o) {
        ZoneId zone = trial.timezone();
        List<StretchRow> stretches = stretches(o, zone);
        return new Tables(
                days(o),
                stretches.stream().limit(STRETCHES_MAX).toList(),
                Math.max(0, stretches.size() - STRETCHES_MAX),
                o.stimulation().byState().stream()
                        .map(by -> new PainRow(
                                Words.stimulation(by.state()),
                                NumberText.count(by.entries()),
                                NumberText.mean(by.mean())))
                        .toList(),
                o.stimulation().byProgram().stream()
                        .map(by -> new PainRow(
                                "Program " + by.program(), NumberText.count(by.entries()), NumberText.mean(by.mean())))
                        .toList(),
                o.ledger().stream().map(Tables::ledger).toList(),
                o.clock().stream().map(Tables::clock).toList(),
                o.shown().stream()
                        .map(shown -> new ShownRow(
                                Times.minute(shown.at(), zone),
                                shown.device(),
                                Words.spoken(shown.kind()),
                                shown.text()))
                        .toList(),
                o.missing().stream()
                        .map(missing -> new MissingRow(
                                Words.spoken(missing.what()),
                                Times.date(missing.date()),
                                missing.until() == null ? "too late" : "until " + Times.minute(missing.until(), zone)))
                        .toList());
    }

    private static List<DayRow> days(ResponderOutcome o) {
        return o.days().stream()
                .filter(day -> day.window() != DayWindow.BEFORE)
                .map(day -> new DayRow(
                        Times.date(day.date()),
                        Words.window(day.window()),
                        mean(day.mean(), day.window()),
                        NumberText.count(day.entries()),
                        Durations.hours(day.onSeconds()),
                        Durations.hours(day.offSeconds()),
                        Durations.hours(day.unknownSeconds()),
                        usage(day.usageBounds())))
                .toList();
    }

    /** Two figures where the truth lies between them. */
    private static String usage(@org.jspecify.annotations.Nullable UsageBounds usage) {
        if (usage == null) {
            return NumberText.NONE;
        }
        String low = NumberText.comparedPercent(usage.low());
        String high = NumberText.comparedPercent(usage.high());
        return low.equals(high) ? low : "%s to %s".formatted(low, high);
    }

    private static String mean(@org.jspecify.annotations.Nullable Rational mean, DayWindow window) {
        boolean due = window == DayWindow.BASELINE || window == DayWindow.TRIAL;
        return mean == null && due ? "missing" : NumberText.mean(mean);
    }

    /** Neighbouring stretches of the same look are one. */
    private static List<StretchRow> stretches(ResponderOutcome o, ZoneId zone) {
        Programs programs = Programs.of(o);
        List<Band> merged = new ArrayList<>();
        for (Band next : o.stimulation().bands().stream()
                .sorted(Comparator.comparing(Band::from))
                .toList()) {
            Band last = merged.isEmpty() ? null : merged.getLast();
            if (last != null
                    && !next.from().isAfter(last.to())
                    && what(last, programs).equals(what(next, programs))) {
                merged.set(
                        merged.size() - 1,
                        new Band(last.from(), next.to(), last.on(), last.program(), last.waveform()));
            } else {
                merged.add(next);
            }
        }
        return merged.stream()
                .map(band -> new StretchRow(
                        Times.minute(band.from(), zone), Times.minute(band.to(), zone), what(band, programs)))
                .toList();
    }

    private static String what(Band band, Programs programs) {
        return band.on() ? "On: " + programs.label(band) : "Off";
    }

    private static LedgerRow ledger(LedgerEntry entry) {
        String missing = entry.missingRanges() == 0
                ? "none"
                : String.join(", ", entry.missing())
                        + (entry.missingRanges() > entry.missing().size()
                                ? " and %s more ranges"
                                        .formatted(NumberText.count((long) entry.missingRanges()
                                                - entry.missing().size()))
                                : "");
        return new LedgerRow(
                entry.device(),
                Long.toString(entry.boot()),
                "%s of %s events".formatted(NumberText.count(entry.received()), NumberText.count(entry.sent())),
                entry.conflictingNumbers() == 0 ? missing : "%s; %s".formatted(missing, conflicts(entry)));
    }

    private static String conflicts(LedgerEntry entry) {
        return "%s used for different events: %s%s"
                .formatted(
                        entry.conflictingNumbers() == 1
                                ? "1 number"
                                : NumberText.count(entry.conflictingNumbers()) + " numbers",
                        String.join(", ", entry.conflicts()),
                        entry.conflicts().size() == CONFLICTS_MAX ? " and more" : "");
    }

    private static ClockRow clock(BootClock clock) {
        return new ClockRow(
                clock.device(),
                Long.toString(clock.boot())
                        + (clock.fromSeq() == null ? "" : ", from event %s".formatted(clock.fromSeq())),
                clock.offsetMillis() == null ? "unknown" : Durations.offset(clock.offsetMillis()),
                NumberText.count(clock.liveSamples()),
                Words.trust(clock.trust()));
    }
}

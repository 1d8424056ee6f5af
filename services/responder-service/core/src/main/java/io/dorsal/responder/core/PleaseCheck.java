package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import io.dorsal.model.event.Happening;
import io.dorsal.model.event.Happening.ClockAdjusted;
import io.dorsal.model.event.Happening.FaultRaised;
import io.dorsal.model.event.Happening.ImpedanceMeasured;
import io.dorsal.model.event.Happening.LeadDisconnected;
import io.dorsal.model.event.Happening.PainReported;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Settings;
import io.dorsal.model.outcome.ResponderOutcome.Shown;
import io.dorsal.model.trial.Therapy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is shown beside the pain curve for a person to look at; no conclusion is drawn. */
final class PleaseCheck {
    private static final Comparator<Shown> BY_TIME = Comparator.comparing(Shown::at)
            .thenComparing(Shown::device)
            .thenComparing(Shown::kind)
            .thenComparing(Shown::text);

    private final Therapy therapy;
    private final Rational impedanceJump;
    private final List<Shown> shown = new ArrayList<>();

    private PleaseCheck(Therapy therapy, Rational impedanceJump) {
        this.therapy = therapy;
        this.impedanceJump = impedanceJump;
    }

    /** By time; the newest where there are too many. */
    static List<Shown> of(Therapy therapy, List<AssignedBoot> boots, Rules rules) {
        PleaseCheck check = new PleaseCheck(therapy, rules.stimulation().impedanceJump());
        Map<String, List<KeptEvent>> byDevice = new TreeMap<>();
        for (AssignedBoot boot : boots) {
            List<KeptEvent> ofDevice = byDevice.computeIfAbsent(boot.device().value(), device -> new ArrayList<>());
            ofDevice.addAll(boot.events());
            ofDevice.addAll(boot.eventsWithoutTime());
        }
        byDevice.forEach(check::device);
        check.shown.sort(BY_TIME);
        int max = rules.limits().shownMax();
        return List.copyOf(check.shown.subList(Math.max(0, check.shown.size() - max), check.shown.size()));
    }

    private void device(String device, List<KeptEvent> events) {
        // The sort is stable and boots come in order, so of one instant the sequence decides.
        events.sort(Comparator.comparing(KeptEvent::at));
        Map<String, BigDecimal> lastOhms = new TreeMap<>();
        for (KeptEvent event : events) {
            event(event.at(), device, event.what());
            if (event.what() instanceof ImpedanceMeasured measured) {
                measured.contacts().forEach(contact -> contact(event.at(), device, contact, lastOhms));
            }
        }
    }

    private void event(Instant at, String device, Happening what) {
        switch (what) {
            case LeadDisconnected lead -> show(at, device, "lead-disconnected", "Lead %s".formatted(lead.lead()));
            case FaultRaised fault -> show(at, device, "fault", "%s (%s)".formatted(fault.code(), fault.severity()));
            case ClockAdjusted set ->
                show(
                        at,
                        device,
                        "clock-adjusted",
                        "Clock set by %s".formatted(Duration.between(set.before(), set.after())));
            case StimulationChanged change -> settings(at, device, change);
            case PainReported ignored -> {}
            case ImpedanceMeasured ignored -> {}
            case Happening.UsageRecorded ignored -> {}
            case Happening.BatteryMeasured ignored -> {}
            case Happening.EcapSummarised ignored -> {}
        }
    }

    private void settings(Instant at, String device, StimulationChanged change) {
        Settings settings = change.settings();
        UsualSettings usual = settings == null ? null : UsualSettings.of(therapy, settings.waveform());
        if (settings != null && usual != null) {
            usual.unusual(settings)
                    .forEach(sentence ->
                            show(at, device, "out-of-range", "Program %s: %s".formatted(change.program(), sentence)));
        }
    }

    private void contact(
            Instant at, String device, ImpedanceMeasured.Contact contact, Map<String, BigDecimal> lastOhms) {
        BigDecimal before = lastOhms.put(contact.contact(), contact.ohms());
        if (before != null && isJump(Rational.of(before), Rational.of(contact.ohms()))) {
            show(
                    at,
                    device,
                    "impedance-jump",
                    "Contact %s: %s to %s ohms".formatted(contact.contact(), plain(before), plain(contact.ohms())));
        }
    }

    private boolean isJump(Rational before, Rational after) {
        boolean same = before.equals(after);
        return !same
                && (impedanceJump.times(before).isAtMost(after)
                        || impedanceJump.times(after).isAtMost(before));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private void show(Instant at, String device, String kind, String text) {
        shown.add(new Shown(at, device, kind, text));
    }
}

package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.DeviceId;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.outcome.ResponderOutcome.Day;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import io.dorsal.model.trial.Assignment;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.DeviceUseStatement.DeviceUseStatementStatus;
import org.hl7.fhir.r4.model.Reference;

/** Stimulation: which stimulator was worn when, usage day by day, waveforms, and how complete the device's events are. */
final class StimulationPart {
    private final Draft draft;
    private final ResponderOutcome outcome;
    private final Section section = new Section(LocalCode.STIMULATION);

    private StimulationPart(Draft draft, ResponderOutcome outcome) {
        this.draft = draft;
        this.outcome = outcome;
    }

    static Section of(Draft draft, ResponderOutcome outcome) {
        return new StimulationPart(draft, outcome).section();
    }

    private Section section() {
        draft.trial().devices().stream()
                .filter(worn -> !worn.from().isAfter(outcome.asOf()))
                .forEach(worn -> section.add(draft.entries().add(use(worn))));
        outcome.days().stream()
                .filter(day -> day.window() == DayWindow.PLACEMENT || day.window() == DayWindow.TRIAL)
                .forEach(day -> section.add(draft.add(usage(day))));
        waveforms();
        outcome.ledger().forEach(entry -> section.add(draft.add(ledger(entry))));
        return section;
    }

    private DeviceUseStatement use(Assignment worn) {
        boolean over = worn.to() != null && !worn.to().isAfter(outcome.asOf());
        return new DeviceUseStatement()
                .setStatus(over ? DeviceUseStatementStatus.COMPLETED : DeviceUseStatementStatus.ACTIVE)
                .setSubject(draft.parties().patient())
                .setTiming(Elements.period(worn.from(), over ? worn.to() : null))
                .setDevice(device(worn.device()));
    }

    /** Time without a device log is neither on nor off: a day of nothing else has no usage. */
    private Figure usage(Day day) {
        return draft.computed(LocalCode.USAGE, outcome.complete())
                .on(day.date())
                .value(day.usagePercent(), Elements.PERCENT)
                .part(LocalCode.TIME_ON, day.onSeconds(), Elements.SECONDS)
                .part(LocalCode.TIME_OFF, day.offSeconds(), Elements.SECONDS)
                .part(LocalCode.TIME_UNKNOWN, day.unknownSeconds(), Elements.SECONDS);
    }

    private void waveforms() {
        List<String> words = outcome.stimulation().bands().stream()
                .filter(Band::on)
                .map(Band::waveform)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (!words.isEmpty()) {
            Figure figure =
                    draft.computed(LocalCode.WAVEFORMS, outcome.complete()).at(outcome.asOf());
            words.forEach(word -> figure.part(LocalCode.WAVEFORMS, Elements.word("waveform", word)));
            section.add(draft.add(figure));
        }
    }

    private Figure ledger(LedgerEntry entry) {
        return draft.computed(LocalCode.EVENT_LEDGER, outcome.complete())
                .at(outcome.asOf())
                .device(device(new DeviceId(entry.device())))
                .value(Elements.quantity(entry.received(), Elements.COUNT))
                .part(LocalCode.EVENTS_SENT, entry.sent(), Elements.COUNT)
                .part(LocalCode.MISSING_RANGES, entry.missingRanges(), Elements.COUNT);
    }

    /** The same device has the same content, and so is one resource. */
    private Reference device(DeviceId id) {
        Device device = new Device();
        device.addIdentifier(Elements.identifier(Systems.DEVICE, id.value()));
        device.setType(LocalCode.TRIAL_STIMULATOR
                .concept()
                .addCoding(Elements.word("therapy", draft.trial().therapy()).getCodingFirstRep()));
        return draft.entries().add(device);
    }
}

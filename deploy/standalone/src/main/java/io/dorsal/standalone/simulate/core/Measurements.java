package io.dorsal.standalone.simulate.core;

import io.dorsal.model.Span;
import io.dorsal.model.event.Happening.BatteryMeasured;
import io.dorsal.model.event.Happening.EcapSummarised;
import io.dorsal.model.event.Happening.ImpedanceMeasured;
import io.dorsal.model.event.Waveform;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a stimulator measures by itself. */
final class Measurements {
    private static final int CONTACTS = 8;
    private static final Duration ECAP_SPAN = Duration.ofHours(1);

    private final Dice dice;

    Measurements(Dice dice) {
        this.dice = dice;
    }

    void battery(StimulatorLog log, Instant now) {
        log.record(now, new BatteryMeasured(BigDecimal.valueOf(45 + dice.below(56))));
    }

    void impedance(StimulatorLog log, Instant now) {
        List<ImpedanceMeasured.Contact> contacts = new ArrayList<>(CONTACTS);
        for (int contact = 0; contact < CONTACTS; contact++) {
            BigDecimal ohms = BigDecimal.valueOf(Math.round(620 + 70 * dice.bell()));
            contacts.add(new ImpedanceMeasured.Contact("E" + contact, ohms));
        }
        log.record(now, new ImpedanceMeasured(contacts));
    }

    /** Only a closed-loop program measures evoked potentials, and only while it is on. */
    void ecap(StimulatorLog log, Instant now) {
        if (log.isOn() && log.program().settings().waveform() == Waveform.CLOSED_LOOP) {
            Instant from = log.clock().at(now.minus(ECAP_SPAN));
            // A clock that woke up in 1970 knows no earlier time.
            Instant known = from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from;
            Span span = new Span(known, log.clock().at(now));
            log.record(now, new EcapSummarised(span, tenths(24 + 4 * dice.bell()), tenths(91 + dice.bell())));
        }
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(Math.round(value * 10), 1);
    }
}

package io.dorsal.responder.core;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Span;
import io.dorsal.model.event.Cause;
import io.dorsal.model.event.Happening.BatteryMeasured;
import io.dorsal.model.event.Happening.ImpedanceMeasured;
import io.dorsal.model.event.Happening.PainReported;
import io.dorsal.model.event.Happening.StimulationChanged;
import io.dorsal.model.event.Happening.UsageRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Short words for what a stimulator says in tests. */
final class Events {
    private Events() {}

    static StimulationChanged on(String program) {
        return new StimulationChanged(true, program, Cause.PATIENT, null);
    }

    static StimulationChanged off() {
        return new StimulationChanged(false, null, Cause.PATIENT, null);
    }

    static UsageRecorded usedOn(String program, Instant from, Instant to) {
        return new UsageRecorded(new Span(from, to), true, program);
    }

    static UsageRecorded usedOff(Instant from, Instant to) {
        return new UsageRecorded(new Span(from, to), false, null);
    }

    static BatteryMeasured battery() {
        return new BatteryMeasured(BigDecimal.valueOf(80));
    }

    static PainReported button(Object score, PainConstruct construct) {
        return new PainReported(PainScale.NRS, new BigDecimal(score.toString()), construct);
    }

    static ImpedanceMeasured ohms(String contact, String ohms) {
        return new ImpedanceMeasured(List.of(new ImpedanceMeasured.Contact(contact, new BigDecimal(ohms))));
    }
}

package io.dorsal.model.event;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stimulator's event tells; contract §2 has the same list. */
public sealed interface Happening {
    /** The contract's {@code type}. */
    String type();

    /** Stimulation went on, off or to another program. An {@code off} needs no program. */
    record StimulationChanged(
            boolean on,
            @Nullable String program,
            Cause cause,
            @Nullable Settings settings) implements Happening {
        public static final String TYPE = "stimulation.changed";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Stimulation was on, or off, throughout the span. */
    record UsageRecorded(Span span, boolean on, @Nullable String program) implements Happening {
        public static final String TYPE = "usage.recorded";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The impedance of each contact. */
    record ImpedanceMeasured(List<Contact> contacts) implements Happening {
        public static final String TYPE = "impedance.measured";

        /** One electrode contact. */
        public record Contact(String contact, BigDecimal ohms) {}

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The external stimulator's charge. */
    record BatteryMeasured(BigDecimal percent) implements Happening {
        public static final String TYPE = "battery.measured";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Evoked compound action potentials of a closed-loop system, summed up over a span. */
    record EcapSummarised(Span span, BigDecimal medianMicrovolts, BigDecimal aboveThresholdPercent)
            implements Happening {
        public static final String TYPE = "ecap.summarised";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The stimulator found something wrong with itself. */
    record FaultRaised(String code, String severity) implements Happening {
        public static final String TYPE = "fault.raised";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** A temporary lead lost its connection. */
    record LeadDisconnected(String lead) implements Happening {
        public static final String TYPE = "lead.disconnected";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The device clock was set. */
    record ClockAdjusted(Instant before, Instant after) implements Happening {
        public static final String TYPE = "clock.adjusted";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The patient pressed the pain button. */
    record PainReported(PainScale scale, BigDecimal score, PainConstruct construct) implements Happening {
        public static final String TYPE = "pain.reported";

        @Override
        public String type() {
            return TYPE;
        }
    }
}

package io.dorsal.dashboard.core;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.outcome.StimulationState;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.TrialState;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each word of the wire as a page says it. No word praises or blames: a clinician decides. */
public final class Words {
    private static final Map<String, String> WAVEFORMS = Map.of(
            "tonic", "tonic",
            "high-frequency", "high frequency",
            "burst", "burst",
            "closed-loop", "closed loop",
            "drg", "DRG",
            "pns", "PNS");

    private Words() {}

    public static String status(Status status) {
        return switch (status) {
            case RESPONDER -> "Responder";
            case NON_RESPONDER -> "Non-responder";
            case UNDETERMINED -> "Undetermined";
            case NOT_EVALUABLE -> "Not evaluable";
        };
    }

    public static String reason(StatusReason reason) {
        return switch (reason) {
            case BASELINE_ZERO -> "baseline pain is 0, so relief has no meaning";
            case MIXED_SCALES -> "reports mix two pain scales";
            case NOT_STARTED -> "the lead is not placed yet";
            case BASELINE_INCOMPLETE -> "too few answered days before placement";
            case TRIAL_INCOMPLETE -> "too few answered trial days so far";
        };
    }

    public static String grade(Grade grade) {
        return switch (grade) {
            case HIGH -> "high (80\u00a0% or more)";
            case SUBSTANTIAL -> "substantial (50\u00a0% or more)";
            case MODERATE -> "moderate (30\u00a0% or more)";
            case BELOW_MODERATE -> "below moderate (less than 30\u00a0%)";
        };
    }

    public static String state(TrialState state) {
        return switch (state) {
            case PLANNED -> "Planned";
            case RUNNING -> "Running";
            case ENDED -> "Ended";
        };
    }

    public static String therapy(Therapy therapy) {
        return switch (therapy) {
            case SCS -> "Spinal cord stimulation";
            case DRG -> "Dorsal root ganglion stimulation";
            case PNS -> "Peripheral nerve stimulation";
        };
    }

    public static String scale(PainScale scale) {
        return switch (scale) {
            case NRS -> "NRS 0\u201310";
            case VAS -> "VAS 0\u2013100\u00a0mm";
        };
    }

    public static String construct(PainConstruct construct) {
        return switch (construct) {
            case AVERAGE -> "average pain";
            case WORST -> "worst pain";
            case LEAST -> "least pain";
            case CURRENT -> "current pain";
        };
    }

    public static String window(DayWindow window) {
        return switch (window) {
            case BEFORE -> "before baseline";
            case BASELINE -> "baseline";
            case PLACEMENT -> "placement";
            case TRIAL -> "trial";
            case PLANNED -> "still to come";
            case AFTER -> "after the trial";
        };
    }

    public static String stimulation(StimulationState state) {
        return switch (state) {
            case ON -> "On for 30 minutes before";
            case OFF -> "Off for 30 minutes before";
            case TRANSITION -> "Changed within 30 minutes (left out)";
            case UNKNOWN -> "Not known";
        };
    }

    public static String trust(ClockTrust trust) {
        return switch (trust) {
            case TRUSTED -> "trusted; an offset of a minute or more corrects its times";
            case OFFSET_UNKNOWN -> "offset unknown (nothing was sent live), times used as they are";
            case UNTRUSTED ->
                "untrusted (more than 24 hours off, such as a clock reset to 1970), its times count as unknown";
        };
    }

    public static @Nullable String waveform(@Nullable String wire) {
        return wire == null ? null : WAVEFORMS.getOrDefault(wire, wire);
    }

    /** A word of the wire that this page has no better name for: {@code baseline-day} becomes {@code Baseline day}. */
    public static String spoken(String wire) {
        String words = wire.replace('-', ' ').replace('_', ' ').trim();
        return words.isEmpty()
                ? wire
                : words.substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.substring(1).toLowerCase(Locale.ROOT);
    }
}

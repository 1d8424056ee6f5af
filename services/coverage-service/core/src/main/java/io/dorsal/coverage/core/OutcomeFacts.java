package io.dorsal.coverage.core;

import io.dorsal.coverage.core.Fact.Absent;
import io.dorsal.coverage.core.Fact.Known;
import io.dorsal.coverage.core.FactValue.Amount;
import io.dorsal.coverage.core.FactValue.Codes;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import io.dorsal.model.outcome.StatusReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts that other services compute. What they call undetermined or not evaluable is absent here. */
final class OutcomeFacts {
    private OutcomeFacts() {}

    static Map<FactName, Fact> of(Evidence evidence) {
        Map<FactName, Fact> facts = new EnumMap<>(FactName.class);
        ResponderOutcome outcome = evidence.responder();
        if (outcome == null) {
            Fact none = new Absent("there is no responder outcome yet");
            facts.put(FactName.PAIN_RELIEF, none);
            facts.put(FactName.BASELINE_PAIN, none);
            facts.put(FactName.WAVEFORM, none);
        } else {
            facts.put(FactName.PAIN_RELIEF, relief(outcome));
            facts.put(FactName.BASELINE_PAIN, baseline(outcome));
            facts.put(FactName.WAVEFORM, waveforms(outcome));
        }
        facts.put(FactName.OPIOID_REDUCTION, opioidReduction(evidence.opioids()));
        return facts;
    }

    private static Fact relief(ResponderOutcome outcome) {
        Rational relief = outcome.relief();
        if (relief == null) {
            return new Absent("%s: %s".formatted(outcome.definition(), status(outcome)));
        }
        String source = "%s, %s%s: baseline %s, trial %s"
                .formatted(
                        outcome.definition(),
                        outcome.complete() ? "trial over" : "trial running",
                        Boolean.TRUE.equals(outcome.fragile()) ? ", fragile" : "",
                        window(outcome.baseline()),
                        window(outcome.trial()));
        return new Known(new Amount(relief), source);
    }

    private static String status(ResponderOutcome outcome) {
        StatusReason reason = outcome.reason();
        return outcome.status().word() + (reason == null ? "" : " (" + reason.word() + ")");
    }

    private static String window(WindowMean window) {
        Rational mean = window.mean();
        // Not %d, which is written in the digits of the machine's own language.
        return "%s over %s of %s days"
                .formatted(
                        mean == null ? "none" : mean.rounded(2).toPlainString(), window.answeredDays(), window.days());
    }

    /** The same baseline that pain-relief/1 relies on: enough answered days, one scale. */
    private static Fact baseline(ResponderOutcome outcome) {
        Rational mean = outcome.baseline().mean();
        StatusReason reason = outcome.reason();
        boolean unreliable = reason == StatusReason.BASELINE_INCOMPLETE
                || reason == StatusReason.MIXED_SCALES
                || reason == StatusReason.NOT_STARTED;
        if (mean == null || unreliable) {
            return new Absent("%s: %s".formatted(outcome.definition(), status(outcome)));
        }
        Rational outOfTen = outcome.scale() == PainScale.NRS
                ? mean
                : mean.times(PainScale.NRS.worst()).dividedBy(Rational.of(PainScale.VAS.worst()));
        return new Known(
                new Amount(outOfTen),
                "%s, %s: baseline %s".formatted(outcome.definition(), outcome.scale(), window(outcome.baseline())));
    }

    private static Fact waveforms(ResponderOutcome outcome) {
        List<String> logged = outcome.stimulation().bands().stream()
                .filter(Band::on)
                .map(Band::waveform)
                .filter(Objects::nonNull)
                .toList();
        String definition = outcome.stimulation().definition();
        return logged.isEmpty()
                ? new Absent(definition + ": no stimulation with a known waveform was logged")
                : new Known(new Codes(logged), definition + ": waveforms logged while stimulation was on");
    }

    private static Fact opioidReduction(@Nullable OpioidFigures opioids) {
        if (opioids == null) {
            return new Absent("there is no opioid outcome yet");
        }
        Rational change = opioids.changeEndPercent();
        return change == null
                ? new Absent("opioid/1: " + opioids.status())
                : new Known(
                        new Amount(change.negated()),
                        "opioid/1, factor set %s, taken, last trial day against baseline"
                                .formatted(opioids.factorSet()));
    }
}

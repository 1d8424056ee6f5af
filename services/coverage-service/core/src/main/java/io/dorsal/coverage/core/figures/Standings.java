package io.dorsal.coverage.core.figures;

import io.dorsal.coverage.core.Policies;
import io.dorsal.model.LocalDays;
import io.dorsal.model.decision.ClinicianDecision;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.PayerDecision;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.outcome.ResponderOutcome.LedgerEntry;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dossiers to standings. */
public final class Standings {
    static final String UNKNOWN = "(unknown)";
    static final String SEVERAL = "(several)";
    static final String NO_OUTCOME = "NO_OUTCOME";
    static final String UNDETERMINED = "UNDETERMINED";
    /** Something was taken that has no MME, so the tiers would be those of the rest. */
    static final String NOT_CONVERTED = "NOT_CONVERTED";

    private Standings() {}

    public static Standing of(Dossier dossier, Policies policies) {
        Trial trial = dossier.evidence().trial();
        CoverageTerms terms = trial.coverage();
        LocalDays days = trial.days();
        Instant placed = trial.leadPlacedAt();
        Instant removed = trial.leadRemovedAt();
        ResponderOutcome outcome = dossier.evidence().responder();
        ClinicianDecision decision = latest(dossier.decisions());
        return new Standing(
                trial.trial(),
                trial.clinic(),
                trial.subject(),
                trial.therapy(),
                outcome == null ? UNKNOWN : waveform(outcome),
                trial.indication(),
                terms.payer() == null ? null : terms.payer().value(),
                placed == null ? null : days.dateOf(placed),
                placed,
                removed,
                outcome == null ? null : outcome.status(),
                outcome == null ? Ratio.NONE : diary(outcome),
                outcome == null ? Ratio.NONE : device(outcome.ledger()),
                removed == null ? null : Papers.at(removed, dossier.evidence(), policies),
                opioids(dossier.opioids()),
                decision == null ? null : decision.choice(),
                decision == null || removed == null ? null : daysBetween(removed, decision.decidedAt(), days),
                answers(dossier.decisions(), days));
    }

    private static String waveform(ResponderOutcome outcome) {
        List<String> logged = outcome.stimulation().bands().stream()
                .filter(Band::on)
                .map(Band::waveform)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return logged.isEmpty() ? UNKNOWN : logged.size() == 1 ? logged.getFirst() : SEVERAL;
    }

    private static Ratio diary(ResponderOutcome outcome) {
        return new Ratio(
                outcome.baseline().answeredDays() + outcome.trial().answeredDays(),
                outcome.baseline().days() + outcome.trial().days());
    }

    private static Ratio device(List<LedgerEntry> ledger) {
        return ledger.stream()
                .map(boot -> new Ratio(boot.received(), boot.sent()))
                .reduce(Ratio.NONE, Ratio::plus);
    }

    private static String opioids(@Nullable OpioidOutcome outcome) {
        if (outcome == null) {
            return NO_OUTCOME;
        }
        OpioidOutcome.Change change = outcome.taken().change();
        if (change == null) {
            return outcome.status().word();
        }
        MmeTier after = change.tierAfter();
        if (after == null) {
            return UNDETERMINED;
        }
        // Tiers of two factor sets are never counted together.
        return change.partial()
                ? NOT_CONVERTED
                : "%s: %s -> %s"
                        .formatted(outcome.factorSet(), change.tierBefore().word(), after.word());
    }

    private static @Nullable ClinicianDecision latest(List<Decision> decisions) {
        List<ClinicianDecision> standing = Decision.standing(of(ClinicianDecision.class, decisions));
        return standing.isEmpty() ? null : standing.getLast();
    }

    private static int daysBetween(Instant removed, Instant decided, LocalDays days) {
        return Math.max(0, (int) ChronoUnit.DAYS.between(days.dateOf(removed), days.dateOf(decided)));
    }

    private static List<PayerAnswer> answers(List<Decision> decisions, LocalDays days) {
        return Decision.standing(of(PayerDecision.class, decisions)).stream()
                .map(decision -> PayerAnswer.of(decision, days))
                .toList();
    }

    private static <D extends Decision> List<D> of(Class<D> kind, List<Decision> decisions) {
        return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

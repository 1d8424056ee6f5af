package io.dorsal.coverage.core.figures;

import io.dorsal.model.ClinicId;
import io.dorsal.model.DecisionId;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.PayerDecision.Result;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.trial.Therapy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Trials of one clinic, as clinics have them: a few common groups, and rare ones. */
final class Cohort {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Instant PLACED = Instant.parse("2026-03-02T15:30:00Z");
    static final Instant REMOVED = Instant.parse("2026-03-09T15:30:00Z");

    private final Random random;
    private int undecidedOneIn = 1;
    private int commonInFive = 1;

    Cohort(Random random) {
        this.random = random;
    }

    List<Standing> trials(int count) {
        undecidedOneIn = 2 + random.nextInt(40);
        commonInFive = 2 + random.nextInt(3);
        List<Standing> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // About one in ten is the second trial of a patient.
            trials.add(trial("T-" + i, "S-" + (i % (count - count / 10))));
        }
        return trials;
    }

    Standing trial(String id, String subject) {
        boolean placed = random.nextInt(20) > 0;
        boolean removed = placed && random.nextInt(10) > 0;
        Choice choice = random.nextInt(undecidedOneIn) == 0 ? null : rare(Choice.values());
        return new Standing(
                new TrialId(id),
                new ClinicId("harbor"),
                subject,
                rare(Therapy.values()),
                rare("tonic", "burst", "(several)", "drg", "(unknown)"),
                rare("M96.1", "G90.511", "E11.42", null),
                rare("medicare", "aetna", "humana", null),
                placed ? LocalDate.of(2026, 3, 2) : null,
                placed ? PLACED : null,
                removed ? REMOVED : null,
                rare(Status.RESPONDER, Status.NON_RESPONDER, Status.UNDETERMINED, Status.NOT_EVALUABLE, null),
                rare(new Ratio(12, 14), new Ratio(9, 14), Ratio.NONE),
                rare(new Ratio(5_000, 5_000), Ratio.NONE, new Ratio(4_990, 5_000)),
                removed ? rare(Papers.values()) : null,
                rare("cdc-2022: 50-90 -> 20-50", "cdc-2022: 0 -> 0", "UNDETERMINED", "cdc-2016: 90+ -> 90+"),
                choice,
                choice == null || !removed ? null : random.nextInt(4),
                answers());
    }

    private List<PayerAnswer> answers() {
        List<PayerAnswer> answers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Result result = rare(Result.values());
            boolean denied = result == Result.DENIED;
            answers.add(new PayerAnswer(
                    new DecisionId("p-" + i),
                    result,
                    denied ? rare("GBD01", "(no code)", "GBD02") : null,
                    denied ? rare("mac-scs-ngs L3", "(none named)", "mac-scs-ngs N2") : null,
                    random.nextInt(4) == 0,
                    random.nextInt(5) > 0));
        }
        return answers;
    }

    /** The first is common, each next one rarer. */
    @SafeVarargs
    private <T extends @Nullable Object> T rare(T... values) {
        for (T value : values) {
            if (random.nextInt(5) < commonInFive) {
                return value;
            }
        }
        return values[0];
    }

    static ClinicFigures figures(List<Standing> trials, View view) {
        return FigureTables.of(new Selection(new ClinicId("harbor"), null, null), trials, List.of(), NOW, view);
    }
}

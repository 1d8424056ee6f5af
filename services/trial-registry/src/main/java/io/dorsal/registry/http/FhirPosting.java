package io.dorsal.registry.http;

import io.dorsal.fhir.intake.Intake;
import io.dorsal.fhir.intake.Posted;
import io.dorsal.fhir.intake.Posted.Form;
import io.dorsal.fhir.intake.Reading;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import io.dorsal.registry.core.ReportAnswer;
import io.dorsal.registry.core.Submission;
import io.dorsal.registry.core.TrialDecision;
import io.dorsal.registry.core.TrialWrites;
import io.dorsal.registry.core.TrialWrites.Written;
import io.dorsal.registry.core.Trials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes what was posted in FHIR, trial by trial, and says what became of each resource. */
final class FhirPosting {
    private static final Fate WITHHELD = new Fate.Aside("Not kept: another entry of the transaction was refused.");

    private final Posted posted;
    private final TrialWrites writes;
    private final Instant recordedAt;
    private final List<Reading> readings;
    private final @Nullable Fate[] fates;

    private FhirPosting(Posted posted, Trials trials, TrialWrites writes, Instant recordedAt) {
        this.posted = posted;
        this.writes = writes;
        this.recordedAt = recordedAt;
        Map<TrialId, Optional<Trial>> known = new HashMap<>();
        this.readings = Intake.read(
                posted, id -> known.computeIfAbsent(id, trials::find).orElse(null), recordedAt);
        this.fates = new Fate[readings.size()];
    }

    /** One for each entry, in order. Of a transaction either all are kept, or each that stands in the way is refused. */
    static List<Fate> fates(Posted posted, Trials trials, TrialWrites writes, Instant recordedAt) {
        FhirPosting posting = new FhirPosting(posted, trials, writes, recordedAt);
        posting.write();
        return List.of(posting.fates).stream().map(Objects::requireNonNull).toList();
    }

    private void write() {
        Map<TrialId, List<Integer>> byTrial = new TreeMap<>();
        for (int i = 0; i < readings.size(); i++) {
            switch (readings.get(i)) {
                case Reading.Aside aside -> fates[i] = new Fate.Aside(aside.why());
                case Reading.Refused refused -> {
                    if (refused.fault() != null) {
                        ProblemMappers.logFault(refused.fault());
                    }
                    fates[i] = new Fate.Refused(refused.why());
                }
                case Reading.Report report -> add(byTrial, report.report().trial(), i);
                case Reading.Prescription prescription -> add(byTrial, prescription.trial(), i);
            }
        }
        boolean whole = posted.form() == Form.TRANSACTION;
        if (whole && byTrial.size() > 1) {
            throw new Malformed(
                    Reason.BAD_REQUEST, "Bundle", "one trial in a transaction: send one for each, or a batch");
        }
        if (whole && readings.stream().anyMatch(Reading.Refused.class::isInstance)) {
            byTrial.values().forEach(indices -> indices.forEach(i -> fates[i] = WITHHELD));
        } else {
            byTrial.forEach(this::write);
        }
    }

    private static void add(Map<TrialId, List<Integer>> byTrial, TrialId trial, int index) {
        byTrial.computeIfAbsent(trial, ignored -> new ArrayList<>()).add(index);
    }

    private void write(TrialId trial, List<Integer> indices) {
        List<Submission> reports = new ArrayList<>();
        List<UnaryOperator<Trial>> changes = new ArrayList<>();
        for (int i : indices) {
            if (readings.get(i) instanceof Reading.Report report) {
                reports.add(Submission.Stated.of(report.report()));
            } else if (readings.get(i) instanceof Reading.Prescription prescription) {
                changes.add(prescription.change());
            }
        }
        Written written = writes.write(trial, reports, changes, posted.form() == Form.TRANSACTION, recordedAt);
        var answers = written.reports().iterator();
        var decisions = written.changes().iterator();
        for (int i : indices) {
            fates[i] = readings.get(i) instanceof Reading.Report
                    ? reported(trial, i, answers.next(), written.kept())
                    : prescribed(trial, i, decisions.next(), written.kept());
        }
    }

    private Fate reported(TrialId trial, int index, ReportAnswer answer, boolean kept) {
        ReportResource.count(answer);
        Malformed why = answer.why();
        if (why != null) {
            String path = posted.entries().get(index).path() + ".meta.versionId";
            return new Fate.Refused(new Malformed(why.reason(), path, why.expected()));
        }
        return kept ? new Fate.Reported(trial, answer) : WITHHELD;
    }

    private Fate prescribed(TrialId trial, int index, TrialDecision decision, boolean kept) {
        if (!decision.isDone()) {
            String path = posted.entries().get(index).path();
            return new Fate.Refused(new Malformed(Reason.LOST_RACE, path, "the trial as it was; send it again"));
        }
        return kept ? new Fate.Prescribed(trial, decision) : WITHHELD;
    }
}

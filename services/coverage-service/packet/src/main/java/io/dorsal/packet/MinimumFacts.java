package io.dorsal.packet;

import io.dorsal.coverage.core.Coverage;
import io.dorsal.coverage.core.NeededPapers;
import io.dorsal.coverage.core.Policy;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.opioid.core.MedicationReports;
import io.dorsal.responder.core.DiaryReports;
import io.dorsal.responder.core.TrialFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a packet encloses of a trial's facts: minimum necessary [45 CFR 164.502(b)]. Only what the measures and this
 * policy's criteria read as of this instant, by what they themselves say that they read; no word of a person's own, such as the reason of a correction, and not who
 * typed it in. Outcomes of these facts have their own digests, which therefore do not name what was left out.
 *
 * @param leftOut how many of each kind, so that nobody takes the rest for the whole
 */
record MinimumFacts(TrialFacts facts, Map<String, Long> leftOut) {

    static MinimumFacts of(TrialFacts all, Basis basis, Policy policy, Instant asOf) {
        Trial trial = NeededPapers.of(all.trial(), policy, asOf);
        List<PatientReport> reports = all.reports().stream()
                .filter(DiaryReports.read(trial, asOf, basis.responder())
                        .or(MedicationReports.read(trial, asOf, basis.opioids().rules()))
                        .or(Coverage.reads(asOf)))
                .map(MinimumFacts::withoutWords)
                .toList();
        TrialFacts own = new TrialFacts(trial, reports, all.devices()).own(asOf, basis.responder());
        return new MinimumFacts(own, leftOut(all, own));
    }

    private static PatientReport withoutWords(PatientReport report) {
        return new PatientReport(
                report.trial(), report.report(), report.revision(), report.states(), report.recordedAt(), null);
    }

    private static Map<String, Long> leftOut(TrialFacts all, TrialFacts own) {
        Map<String, Long> leftOut = new TreeMap<>();
        leftOut.put("reports", (long) all.reports().size() - own.reports().size());
        leftOut.put(
                "documents",
                (long) all.trial().documents().size() - own.trial().documents().size());
        leftOut.put(
                "treatments",
                (long) all.trial().treatments().size()
                        - own.trial().treatments().size());
        leftOut.put(
                "reasonsOfCorrections",
                all.reports().stream().filter(report -> report.reason() != null).count());
        return leftOut;
    }
}

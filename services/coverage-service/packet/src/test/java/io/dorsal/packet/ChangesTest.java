package io.dorsal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageResult;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.packet.core.Change;
import io.dorsal.packet.core.Changes;
import io.dorsal.packet.core.Said;
import io.dorsal.responder.core.TrialFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of two packets of one trial, both made by the cores. */
class ChangesTest {
    private static final TrialFacts FACTS = SampleTrial.facts();
    private static final Said SAID = said(FACTS, SampleTrial.AS_OF);

    private static Said said(TrialFacts facts, Instant asOf) {
        return Contents.assemble(
                        new Known(facts, SampleTrial.BASIS),
                        SampleTrial.SHELF,
                        SampleTrial.POLICY,
                        asOf,
                        computed -> List.of())
                .computed()
                .said();
    }

    private static Said with(List<PatientReport> reports) {
        return said(new TrialFacts(FACTS.trial(), reports, FACTS.devices()), SampleTrial.AS_OF);
    }

    private static Said withPapers(List<Document> documents, List<Treatment> treatments) {
        Trial trial = FACTS.trial();
        return said(
                new TrialFacts(
                        trial.withPapers(documents, treatments, trial.coverage()), FACTS.reports(), FACTS.devices()),
                SampleTrial.AS_OF);
    }

    private static PatientReport report(String json) {
        return ReportCodec.parse(
                FACTS.trial().trial(),
                Instant.parse("2026-03-13T00:00:00Z"),
                null,
                Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> whats(List<Change> changes) {
        return changes.stream().map(Change::what).toList();
    }

    private static Change change(List<Change> changes, String what) {
        return changes.stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSamePacketReadsAlike() {
        assertThat(Changes.between(SAID, SAID)).isEmpty();
    }

    @Test
    void anIssuedPacketReadsAsWhatItWasMadeOf(@TempDir Path folder) throws Exception {
        Opened opened = Opened.read(new SamplePacket(folder).sealed());

        assertThat(Changes.between(opened.said(), SAID)).isEmpty();
    }

    @Test
    void aReportThatIsNewCorrectedOrGoneIsCounted() {
        List<PatientReport> reports = new ArrayList<>(FACTS.reports());
        reports.removeIf(report -> report.report().value().equals("b-1"));
        reports.add(
                report(
                        "{\"report\":\"t-1\",\"revision\":2,\"kind\":\"PAIN\",\"at\":\"2026-03-04T20:00:00-05:00\",\"scale\":\"NRS\",\"construct\":\"AVERAGE\",\"score\":1}"));
        reports.add(
                report(
                        "{\"report\":\"t-4\",\"revision\":1,\"kind\":\"PAIN\",\"at\":\"2026-03-07T20:00:00-05:00\",\"scale\":\"NRS\",\"construct\":\"AVERAGE\",\"score\":3}"));
        List<Change> changes = Changes.between(SAID, with(reports));

        assertThat(change(changes, "Reports, pain").after()).endsWith("(1 new, 1 corrected, 1 no longer counted)");
        assertThat(whats(changes))
                .contains("Calculated relief", "Baseline days answered", "Trial days answered")
                .doesNotContain("Result", "Reports, intake");
    }

    @Test
    void aMissingPaperChangesResultAndCriterion() {
        Trial trial = FACTS.trial();
        List<Document> fewer = trial.documents().stream()
                .filter(document -> !document.kind().equals("PSYCHOLOGICAL_EVALUATION"))
                .toList();
        List<Change> changes = Changes.between(SAID, withPapers(fewer, trial.treatments()));

        assertThat(changes.getFirst()).isEqualTo(new Change("Result", "supported", "incomplete"));
        assertThat(change(changes, "Psychological evaluation"))
                .isEqualTo(new Change("Psychological evaluation", "1 Feb 2026, cleared, psychologist, DOC-1", "none"));
        Change criterion = changes.stream()
                .filter(each -> each.what().startsWith("Criterion "))
                .findFirst()
                .orElseThrow();
        assertThat(criterion.before()).startsWith("met: ");
        assertThat(criterion.after()).startsWith("document missing: ").contains("psychological evaluation is missing");
    }

    @Test
    void aFurtherTreatmentOfTheSameKindIsListedBesideTheFirst() {
        Treatment again = new Treatment("SURGERY", LocalDate.parse("2025-01-10"), null, "FAILED");
        Trial trial = FACTS.trial();
        List<Change> changes = Changes.between(
                SAID,
                withPapers(
                        trial.documents(),
                        Stream.concat(trial.treatments().stream(), Stream.of(again))
                                .toList()));

        assertThat(change(changes, "Earlier treatment: surgery").after())
                .isEqualTo("1 Jun 2024 to 1 Jun 2024, failed; 10 Jan 2025 on, failed");
    }

    @Test
    void anotherVersionOfThePolicyIsNamedWithTheCriteriaThatItHasNot() {
        CoverageDetermination d = SAID.determination();
        CoverageDetermination later = new CoverageDetermination(
                d.trialId(),
                d.policy(),
                "2027-01-01",
                d.sourceStatus(),
                d.asOf(),
                d.dateOfService(),
                CoverageResult.NOT_SUPPORTED,
                null,
                d.explanation(),
                d.criteria().subList(1, d.criteria().size()),
                d.flags(),
                d.missing(),
                d.factDigest(),
                d.statedDigest());
        List<Change> changes =
                Changes.between(SAID, new Said(SAID.trial(), SAID.reports(), SAID.responder(), SAID.opioids(), later));

        assertThat(changes).hasSize(3);
        assertThat(changes.get(0)).isEqualTo(new Change("Result", "supported", "not supported"));
        assertThat(changes.get(1)).isEqualTo(new Change("Policy version", "2021-07-01", "2027-01-01"));
        assertThat(changes.get(2).what())
                .isEqualTo("Criterion " + d.criteria().getFirst().id());
        assertThat(changes.get(2).after()).isEqualTo("not in this policy");
    }

    @Test
    void anEarlierInstantIsSaidInTheTrialsZone() {
        List<Change> changes = Changes.between(said(FACTS, Instant.parse("2026-03-06T12:00:00Z")), SAID);

        assertThat(change(changes, "Facts up to"))
                .isEqualTo(new Change("Facts up to", "6 Mar 2026, 07:00 EST", "14 Mar 2026, 08:00 EDT"));
        assertThat(changes).allSatisfy(each -> {
            assertThat(each.before()).isNotBlank();
            assertThat(each.after()).isNotBlank();
        });
    }
}

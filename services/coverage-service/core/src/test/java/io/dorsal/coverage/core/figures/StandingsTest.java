package io.dorsal.coverage.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.coverage.core.Evidence;
import io.dorsal.coverage.core.OpioidFigures;
import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.PayerDecision.Result;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.trial.TrialState;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeReader;
import io.dorsal.model.wire.TrialCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trial adds to the figures, from what is known of it. */
class StandingsTest {
    private static final Path WIRE = Path.of("../../../shared-model/src/test/resources/wire");
    private static final String PAPERS = """
            {"kind":"PSYCHOLOGICAL_EVALUATION","date":"2026-02-01","result":"CLEARED","by":"PSYCHOLOGIST"},
            {"kind":"LAST_RESORT_STATEMENT","date":"2026-02-01","result":"CONFIRMED"},
            {"kind":"FACILITY_STATEMENT","date":"2026-02-01","result":"CONFIRMED"},
            {"kind":"CONDITION_STATEMENT","date":"2026-02-01"},
            {"kind":"PHYSICAL_EXAMINATION","date":"%s"}""";
    private static final String TREATMENTS = """
            {"kind":"SURGERY","from":"2025-06-01","result":"FAILED"},
            {"kind":"PHYSICAL_THERAPY","from":"2025-06-01","result":"FAILED"},
            {"kind":"DRUG_THERAPY","from":"2025-06-01","result":"FAILED"},
            {"kind":"INJECTION","from":"2025-06-01","result":"FAILED"},
            {"kind":"PSYCHOLOGICAL_THERAPY","from":"2025-06-01","result":"FAILED"}""";

    @Test
    void aTrialThatNothingIsKnownOfSaysSoInEachPlace() {
        Standing standing = standing(trial("", null, null), null, null, List.of());

        assertThat(standing.state(Instant.now())).isEqualTo(TrialState.PLANNED);
        assertThat(standing.outcome()).isNull();
        assertThat(standing.opioids()).isEqualTo("NO_OUTCOME");
        assertThat(standing.papers()).isNull();
        assertThat(standing.choice()).isNull();
        assertThat(standing.diary()).isEqualTo(Ratio.NONE);
        assertThat(List.of(Dimension.values()))
                .extracting(standing::group)
                .containsExactly("SCS", "(unknown)", "(not stated)", "(not stated)");
    }

    @Test
    void figuresOfOutcomesAreTakenAsTheyWerePublished() {
        Standing standing =
                standing(ended("2026-02-02"), sample("responder-outcome.stated-digest.v1"), opioids(false), List.of());

        assertThat(standing.outcome()).isEqualTo(Status.RESPONDER);
        assertThat(standing.waveform()).isEqualTo("tonic");
        assertThat(standing.diary()).isEqualTo(new Ratio(10, 14));
        assertThat(standing.device()).isEqualTo(new Ratio(10, 11));
        assertThat(standing.opioids()).isEqualTo("cdc-2022: 50-90 -> 20-50");
        assertThat(standing.placedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void tiersOfAPartOfWhatWasTakenAreNone() {
        assertThat(standing(ended("2026-02-02"), null, opioids(true), List.of()).opioids())
                .isEqualTo("NOT_CONVERTED");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-09, READY", "2026-03-10, OPEN"})
    void thePapersAreThoseDatedUpToTheRemoval(String examined, Papers papers) {
        assertThat(standing(ended(examined), null, null, List.of()).papers()).isEqualTo(papers);
    }

    @Test
    void aPaperThatSaysNoIsThereToo() {
        Trial refused = ended("2026-02-02", PAPERS.replace("CLEARED", "NOT_CLEARED"));

        assertThat(standing(refused, null, null, List.of()).papers()).isEqualTo(Papers.READY);
    }

    @ParameterizedTest
    @CsvSource({"no-such-policy", "mac-pns-l34328"})
    void withoutAPolicyThatAppliesNothingIsJudged(String policy) {
        assertThat(standing(ended("2026-02-02", PAPERS, policy), null, null, List.of())
                        .papers())
                .isEqualTo(Papers.NO_POLICY);
    }

    @Test
    void theLatestDecisionThatStandsCounts() {
        Decision implant = decision("decision.clinician.v1");
        Decision corrected = decision("decision.clinician-corrected.v1");

        assertThat(standing(ended("2026-02-02"), null, null, List.of(implant)).choice())
                .isEqualTo(Choice.IMPLANT);
        assertThat(standing(ended("2026-02-02"), null, null, List.of(corrected, implant, corrected))
                        .choice())
                .isEqualTo(Choice.EXTEND);
    }

    @Test
    void daysToTheDecisionAreDatesInTheTrialsZone() {
        // Removed on 9 March at 11 in New York, decided on 10 March.
        assertThat(standing(ended("2026-02-02"), null, null, List.of(decision("decision.clinician.v1")))
                        .daysToDecision())
                .isEqualTo(1);
    }

    @Test
    void aDenialKeepsItsCodeAndTheCriterionAndNoText() {
        Standing standing = standing(
                ended("2026-02-02"),
                null,
                null,
                List.of(decision("decision.payer-denied.v1"), decision("decision.payer-partial.v1")));

        assertThat(standing.answers()).hasSize(2);
        PayerAnswer denied = standing.answers().getFirst();
        assertThat(denied.result()).isEqualTo(Result.DENIED);
        assertThat(denied.reason()).isEqualTo("D-17");
        assertThat(denied.disputed()).isEqualTo("mac-scs-ngs L3");
        assertThat(denied.toString()).doesNotContain("psychological evaluation");
        assertThat(standing.answers().getLast().reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  2026-03-15T16:00:00Z, true",
        "true,  2026-03-15T16:00:01Z, false",
        // Midnight in New York, seven calendar days after the 12th.
        "false, 2026-03-20T03:59:59Z, true",
        "false, 2026-03-20T04:00:00Z, false"
    })
    void anAnswerIsInTimeUpToTheLastInstant(boolean expedited, String decidedAt, boolean inTime) {
        String answer = text("decision.payer-approved.v1")
                .replace("\"expedited\": false", "\"expedited\": " + expedited)
                .replace("2026-03-18T20:00:00Z", decidedAt);

        Standing standing = standing(
                ended("2026-02-02"),
                null,
                null,
                List.of(DecisionCodec.parseStored(answer.getBytes(StandardCharsets.UTF_8))));

        assertThat(standing.answers().getFirst().inTime()).isEqualTo(inTime);
    }

    private static Standing standing(
            Trial trial, @Nullable ResponderOutcome outcome, @Nullable OpioidOutcome opioids, List<Decision> known) {
        OpioidFigures figures = opioids == null ? null : OpioidFigures.of(opioids);
        Evidence evidence = new Evidence(trial, outcome, figures, List.of());
        return Standings.of(
                new Dossier(evidence, opioids, known), PolicyShelf.shipped().policies());
    }

    private static Trial ended(String examined) {
        return ended(examined, PAPERS);
    }

    private static Trial ended(String examined, String papers) {
        return ended(examined, papers, "mac-scs-ngs");
    }

    private static Trial ended(String examined, String papers, String policy) {
        return trial(
                "\"indication\":\"M96.1\",\"payer\":\"medicare\",\"policy\":\"%s\",\"documents\":[%s],\"treatments\":[%s],"
                        .formatted(policy, papers.formatted(examined), TREATMENTS),
                "2026-03-02T15:30:00Z",
                "2026-03-09T15:00:00Z");
    }

    private static Trial trial(String more, @Nullable String placedAt, @Nullable String removedAt) {
        String json = """
                {"clinic":"harbor","subject":"S-1","therapy":"SCS","timezone":"America/New_York",%s
                "leadPlacedAt":%s,"leadRemovedAt":%s}""".formatted(more, quoted(placedAt), quoted(removedAt));
        return TrialCodec.parse(new TrialId("T-1"), 1, Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static ResponderOutcome sample(String name) {
        return ResponderOutcomeReader.parse(text(name).getBytes(StandardCharsets.UTF_8));
    }

    private static OpioidOutcome opioids(boolean partial) {
        String sample = text("opioid-outcome.v1").replace("\"partial\" : true", "\"partial\" : " + partial);
        return OpioidOutcomeReader.parse(sample.getBytes(StandardCharsets.UTF_8));
    }

    private static Decision decision(String name) {
        return DecisionCodec.parseStored(text(name).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
        try {
            return Files.readString(WIRE.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

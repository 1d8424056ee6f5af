package io.dorsal.registry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.DecisionId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.DecisionKind;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.TrialCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {
    private static final Instant NOW = Instant.parse("2026-03-10T14:00:00Z");
    private static final Trial WITHOUT_POLICY = trial("");
    private static final Trial WITH_POLICY = trial(",\"policy\":\"mac-scs-ngs\"");

    @Test
    void aNewDecisionIsKept() {
        Decision stated = clinician("c-1", "IMPLANT", NOW, "");

        assertThat(Recording.decide(stated, WITHOUT_POLICY, Map.of())).isEqualTo(new Recording.Kept(stated));
    }

    @Test
    void theSameContentAgainIsWhatWasRecordedFirst() {
        Decision first = clinician("c-1", "IMPLANT", NOW, "");
        Decision again = DecisionCodec.parse(
                DecisionKind.CLINICIAN,
                first.trial(),
                NOW.plusSeconds(60),
                null,
                Json.parse(DecisionCodec.stored(first)));

        assertThat(Recording.decide(again, WITHOUT_POLICY, kept(first))).isEqualTo(new Recording.Known(first));
        // The trial may have come to name a policy since: who repeats what succeeded must hear that it succeeded.
        assertThat(Recording.decide(again, WITH_POLICY, kept(first))).isEqualTo(new Recording.Known(first));
    }

    @Test
    void anotherContentUnderTheSameIdIsAConflictAlsoOfTheOtherKind() {
        Decision first = clinician("x-1", "IMPLANT", NOW, "");

        assertThat(refusal(clinician("x-1", "EXTEND", NOW, ""), WITHOUT_POLICY, kept(first)))
                .isEqualTo("decision-conflict decision");
        assertThat(refusal(payer("x-1", NOW, ""), WITHOUT_POLICY, kept(first))).isEqualTo("decision-conflict decision");
    }

    @Test
    void aDecisionNeedsItsTrial() {
        assertThat(refusal(payer("p-1", NOW, ""), null, Map.of())).isEqualTo("unknown-trial trial");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "301,false"})
    void fiveMinutesAheadIsAClockThatIsOff(long seconds, boolean kept) {
        Recording recording = Recording.decide(payer("p-1", NOW.plusSeconds(seconds), ""), WITHOUT_POLICY, Map.of());

        assertThat(recording instanceof Recording.Kept).isEqualTo(kept);
        if (recording instanceof Recording.Refused refused) {
            assertThat(refused.why().field()).isEqualTo("decidedAt");
            assertThat(refused.why().reason()).isEqualTo(Reason.OUT_OF_BOUNDS);
        }
    }

    @Test
    void whatSupersedesNamesADecisionOfItsKind() {
        Decision first = payer("p-1", NOW, "");
        Decision correction = payer("p-2", NOW, ",\"supersedes\":\"p-1\"");

        assertThat(Recording.decide(correction, WITHOUT_POLICY, kept(first))).isEqualTo(new Recording.Kept(correction));
        assertThat(refusal(correction, WITHOUT_POLICY, Map.of())).isEqualTo("unknown-decision supersedes");
        assertThat(refusal(clinician("c-1", "OTHER", NOW, ",\"supersedes\":\"p-1\""), WITHOUT_POLICY, kept(first)))
                .isEqualTo("unknown-decision supersedes");
    }

    @Test
    void onlyATrialWithoutAPolicyIsDecidedWithoutOne() {
        assertThat(refusal(clinician("c-1", "IMPLANT", NOW, ""), WITH_POLICY, Map.of()))
                .isEqualTo("missing-field shown.policy");
        assertThat(Recording.decide(payer("p-1", NOW, ""), WITH_POLICY, Map.of()))
                .isInstanceOf(Recording.Kept.class);
    }

    private static String refusal(Decision stated, Trial trial, Map<DecisionId, Decision> kept) {
        Malformed why = ((Recording.Refused) Recording.decide(stated, trial, kept)).why();
        return why.reason().word() + " " + why.field();
    }

    private static Map<DecisionId, Decision> kept(Decision decision) {
        return Map.of(decision.id(), decision);
    }

    private static Decision clinician(String id, String choice, Instant decidedAt, String more) {
        String digest = "0a".repeat(32);
        return decision(DecisionKind.CLINICIAN, """
                {"decision":"%s","choice":"%s","reason":"as agreed","decidedAt":"%s",
                 "signature":{"person":"NP-7","printedName":"Ada Example","meaning":"Decision"},
                 "shown":{"asOf":"2026-03-10T13:59:00Z","factDigest":"%s","statedDigest":"%s"}%s}""".formatted(id, choice, decidedAt, digest, digest, more));
    }

    private static Decision payer(String id, Instant decidedAt, String more) {
        return decision(DecisionKind.PAYER, """
                {"decision":"%s","payer":"medicare","request":{"stage":"PERMANENT","procedure":"63685"},
                 "requestedAt":"2026-03-09T14:00:00Z","result":"APPROVED","decidedAt":"%s"%s}""".formatted(id, decidedAt, more));
    }

    private static Decision decision(DecisionKind kind, String json) {
        return DecisionCodec.parse(
                kind, new TrialId("T-1"), NOW, null, Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Trial trial(String more) {
        String json =
                "{\"clinic\":\"c\",\"subject\":\"s\",\"therapy\":\"SCS\",\"timezone\":\"Europe/Berlin\"" + more + "}";
        return TrialCodec.parse(new TrialId("T-1"), 1, Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}

package io.dorsal.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.DecisionId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Resources;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.DecisionKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionCodecTest {
    static List<Path> samples() {
        return Resources.wireSamples("decision.");
    }

    static List<String> hostile() {
        return Resources.hostileLines("decisions.jsonl");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDecisionSurvivesTheWayThereAndBack(Path sample) {
        Decision decision = DecisionCodec.parseStored(Resources.bytes(sample));

        assertThat(DecisionCodec.parseStored(DecisionCodec.stored(decision))).isEqualTo(decision);
        assertThat(sample.getFileName().toString())
                .startsWith("decision." + decision.kind().word().toLowerCase(Locale.ROOT));
    }

    @Test
    void everyKindHasASample() {
        assertThat(samples().stream().map(DecisionCodecTest::read).map(Object::getClass))
                .contains(Decision.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aWrongDecisionIsRefusedByFieldAndReason(String line) {
        JsonNode hostile = Json.parse(line.getBytes(UTF_8));

        Malformed refusal = catchThrowableOfType(
                Malformed.class, () -> DecisionCodec.parseStored(Json.bytes(hostile.get("decision"))));

        assertThat(refusal.reason().word()).isEqualTo(hostile.get("expect").textValue());
        assertThat(refusal.field()).isEqualTo(hostile.get("field").textValue());
        assertThat(refusal.expected()).isNotBlank();
    }

    @Test
    void whoRecordedItWhenIsNotItsContent() {
        Path sample = Resources.wireSamples("decision.payer-denied.v1").getFirst();
        Decision recorded = read(sample);
        Decision again = DecisionCodec.parse(
                DecisionKind.PAYER, recorded.trial(), Instant.EPOCH, "other", Json.parse(Resources.bytes(sample)));

        assertThat(again).isNotEqualTo(recorded);
        assertThat(DecisionCodec.canonical(again)).isEqualTo(DecisionCodec.canonical(recorded));
    }

    /** Packets that were issued name these texts: they may never change. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "clinician-corrected|{\"choice\":\"EXTEND\",\"decidedAt\":\"2026-03-10T14:59:30Z\","
                        + "\"decision\":\"c-2\",\"kind\":\"CLINICIAN\","
                        + "\"reason\":\"Chosen in the wrong row; two more days were agreed.\",\"shown\":{"
                        + "\"asOf\":\"2026-03-10T14:58:00Z\",\"factDigest\":\"D\",\"statedDigest\":\"D\"},"
                        + "\"signature\":{\"meaning\":\"Decision of the treating physician\","
                        + "\"person\":\"NPI-1234567893\",\"printedName\":\"Ada Example, MD\"},\"supersedes\":\"c-1\"}",
                "payer-denied|{\"decidedAt\":\"2026-03-14T20:00:00Z\",\"decision\":\"p-2\",\"denial\":{"
                        + "\"code\":\"D-17\",\"disputes\":{\"criterion\":\"L3\",\"policy\":\"mac-scs-ngs\"},"
                        + "\"text\":\"No psychological evaluation in the record.\"},\"expedited\":true,"
                        + "\"kind\":\"PAYER\",\"payer\":\"medicare\",\"request\":{\"procedure\":\"63650\","
                        + "\"stage\":\"TRIAL\"},\"requestedAt\":\"2026-03-12T16:00:00Z\",\"result\":\"DENIED\","
                        + "\"supersedes\":\"p-1\"}",
            })
    void samplesKeepTheirCanonicalText(String sample, String canonical) {
        Decision decision =
                read(Resources.wireSamples("decision." + sample + ".v1").getFirst());

        assertThat(DecisionCodec.canonical(decision).replaceAll("[0-9a-f]{64}", "D"))
                .isEqualTo(canonical);
    }

    @Test
    void onlyWhatNoOtherSupersedesStands() {
        List<Decision> all = samples().stream().map(DecisionCodecTest::read).toList();

        assertThat(ids(Decision.standing(all))).isEqualTo("c-2 p-2 p-3");
        assertThat(ids(Decision.standing(all.reversed()))).isEqualTo("c-2 p-2 p-3");
        assertThat(all).extracting(Decision::trial).containsOnly(new TrialId("T-1"));
    }

    private static String ids(List<Decision> decisions) {
        return decisions.stream().map(Decision::id).map(DecisionId::value).collect(Collectors.joining(" "));
    }

    private static Decision read(Path sample) {
        return DecisionCodec.parseStored(Resources.bytes(sample));
    }
}

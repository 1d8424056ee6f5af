package io.dorsal.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.model.Malformed;
import io.dorsal.model.Rational;
import io.dorsal.model.Reason;
import io.dorsal.model.Resources;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.MmeComparison;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Series;
import io.dorsal.model.outcome.OpioidOutcome.WindowMme;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.OpioidStatus;
import io.dorsal.model.outcome.Reduction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpioidOutcomeReaderTest {
    private static final byte[] SAMPLE =
            Resources.bytes(Resources.wireSamples("opioid-outcome.v1").getFirst());

    @Test
    void theSampleReadsBackAndEncodesToTheSame() {
        OpioidOutcome read = OpioidOutcomeReader.parse(SAMPLE);

        assertThat(Json.parse(OpioidOutcomeCodec.stored(read))).isEqualTo(Json.parse(SAMPLE));
        assertThat(read.statedDigest()).isEqualTo(read.factDigest());
    }

    @Test
    void windowMeansAndTheChangeComeBackExact() {
        OpioidOutcome read = OpioidOutcomeReader.parse(SAMPLE);

        assertThat(read.taken().lastThree().mean()).isEqualTo(Rational.of(5515, 276));
        assertThat(read.taken().change().percent()).isEqualTo(Rational.of(-23925023, 607200));
        assertThat(read.taken().change().reached())
                .containsExactly(Reduction.ANY, Reduction.AT_LEAST_20, Reduction.AT_LEAST_30);
    }

    @Test
    void absentFiguresStayAbsent() {
        assertThat(OpioidOutcomeReader.parse(OpioidOutcomeCodec.stored(least())))
                .isEqualTo(least());
    }

    @Test
    void anUnknownReductionIsRefused() {
        String json = new String(SAMPLE, StandardCharsets.UTF_8).replace("\"ANY\"", "\"SOME\"");

        assertThatThrownBy(() -> OpioidOutcomeReader.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.reason()).isEqualTo(Reason.UNKNOWN_VALUE);
                    assertThat(malformed.field()).isEqualTo("change.reached");
                });
    }

    @Test
    void aBrokenFractionIsNamedByItsField() {
        String json = new String(SAMPLE, StandardCharsets.UTF_8).replace("5515/276", "5515/0");

        assertThatThrownBy(() -> OpioidOutcomeReader.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.field()).isEqualTo("lastThree.exact"));
    }

    @Test
    void outcomesOfTwoFactorSetsAreNotCompared() {
        OpioidOutcome one = OpioidOutcomeReader.parse(SAMPLE);
        String json = new String(SAMPLE, StandardCharsets.UTF_8).replace("cdc-2022", "cdc-2016");
        OpioidOutcome other = OpioidOutcomeReader.parse(json.getBytes(StandardCharsets.UTF_8));

        assertThat(MmeComparison.compare(one, other).verdict()).isEqualTo(MmeComparison.Verdict.INVALID_COMPARISON);
        assertThat(MmeComparison.compare(one, other).percent()).isNull();
        assertThat(MmeComparison.compare(one, one).percent())
                .isEqualTo(one.taken().change().percent());
    }

    private static OpioidOutcome least() {
        WindowMme none = new WindowMme(null, null, null, 0, 0, 0);
        Series nothing = new Series(none, none, none, none, null, List.of(), List.of());
        return new OpioidOutcome(
                new TrialId("T-1"),
                "opioid/1",
                "cdc-2022",
                "rxnorm/2020-10-20",
                Instant.parse("2026-03-09T12:00:00Z"),
                false,
                OpioidStatus.NOT_EVALUABLE,
                OpioidReason.NOT_STARTED,
                nothing,
                nothing,
                List.of(),
                "ab".repeat(32));
    }
}

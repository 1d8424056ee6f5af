package io.dorsal.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Rational;
import io.dorsal.model.Resources;
import io.dorsal.model.outcome.HolisticDomain;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.HolisticOutcome.Impression;
import io.dorsal.model.outcome.HolisticOutcome.Lack;
import io.dorsal.model.outcome.HolisticOutcome.Score;
import io.dorsal.model.outcome.HolisticOutcome.Side;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.report.CodingDirection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The field {@code function} of a responder outcome, there and back. */
class HolisticOutcomeCodecTest {
    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");

    @Test
    void whatWasEncodedReadsBack() {
        assertThat(HolisticOutcomeCodec.parse(JsonFields.of(HolisticOutcomeCodec.node(full()))))
                .isEqualTo(full());
        assertThat(HolisticOutcomeCodec.parse(JsonFields.of(HolisticOutcomeCodec.node(least()))))
                .isEqualTo(least());
    }

    @Test
    void scoresInMcidsAreSentTruncatedAndExact() {
        ObjectNode node = HolisticOutcomeCodec.node(full());

        assertThat(node.at("/cumulativeScore").decimalValue()).isEqualTo(new BigDecimal("-0.6666"));
        assertThat(node.at("/exact").textValue()).isEqualTo("-2/3");
        assertThat(node.at("/domains/0/mcids").decimalValue()).isEqualTo(new BigDecimal("-0.6666"));
        assertThat(node.at("/domains/0/exact").textValue()).isEqualTo("-2/3");
    }

    @Test
    void anOutcomeFromBeforeThereWasOneHasNone() {
        byte[] before =
                Resources.bytes(Resources.wireSamples("responder-outcome.v1").getFirst());
        ResponderOutcome read = ResponderOutcomeReader.parse(before);

        assertThat(read.function()).isNull();
        assertThat(ResponderOutcomeCodec.node(read).has("function")).isFalse();
    }

    @Test
    void anUnknownDomainIsNamedByItsField() {
        ObjectNode node = Json.object();
        ObjectNode full = HolisticOutcomeCodec.node(full());
        ((ObjectNode) full.at("/domains/0")).put("instrument", "PGIC");
        node.set("function", full);

        assertThatThrownBy(() -> JsonFields.of(node).object("function", HolisticOutcomeCodec::parse))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.field()).isEqualTo("function.domains[0].instrument"));
    }

    private static HolisticOutcome full() {
        Rational mcids = Rational.of(-2, 3);
        return new HolisticOutcome(
                "holistic/1",
                Status.NON_RESPONDER,
                null,
                mcids,
                List.of(new Change(
                        HolisticDomain.PAIN,
                        new Score(null, Rational.of(13, 2)),
                        new Score(NOON, Rational.of(8)),
                        Rational.of(-3, 2),
                        Rational.of(9, 4),
                        mcids,
                        true)),
                new Impression(NOON, Rational.of(5), CodingDirection.LOWER_IS_BETTER),
                List.of(new Lack(HolisticDomain.ODI, Side.TRIAL)));
    }

    private static HolisticOutcome least() {
        return new HolisticOutcome(
                "holistic/1",
                Status.NOT_EVALUABLE,
                HolisticReason.NO_FUNCTION_REPORTED,
                null,
                List.of(new Change(HolisticDomain.PAIN, null, null, null, Rational.of(2), null, null)),
                null,
                List.of());
    }
}

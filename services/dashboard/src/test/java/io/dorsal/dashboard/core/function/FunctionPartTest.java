package io.dorsal.dashboard.core.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleTrial;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticDomain;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.HolisticOutcome.Impression;
import io.dorsal.model.outcome.HolisticOutcome.Lack;
import io.dorsal.model.outcome.HolisticOutcome.Score;
import io.dorsal.model.outcome.HolisticOutcome.Side;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.report.CodingDirection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionPartTest {
    /** Half past eleven in the evening of the day before, in New York. */
    private static final Instant BEFORE = Instant.parse("2026-02-25T04:30:00Z");

    private static final Instant AFTER = Instant.parse("2026-03-09T14:00:00Z");

    private static FunctionPart part(
            Status status, @Nullable HolisticReason reason, List<Change> domains, List<Lack> missing) {
        Rational score = reason == null ? Rational.of(1391, 280) : null;
        Impression pgic = new Impression(AFTER, Rational.of(2), CodingDirection.LOWER_IS_BETTER);
        return FunctionPart.of(
                SampleTrial.of("T-1").trial(),
                new HolisticOutcome("holistic/1", status, reason, score, domains, pgic, missing));
    }

    private static Change change(HolisticDomain domain, Rational from, Rational to, Rational mcid, boolean impaired) {
        boolean pain = domain == HolisticDomain.PAIN;
        Rational improvement = domain.improvement(from, to);
        return new Change(
                domain,
                new Score(pain ? null : BEFORE, from),
                new Score(pain ? null : AFTER, to),
                improvement,
                mcid,
                improvement.dividedBy(mcid),
                impaired);
    }

    @Test
    void eachDomainShowsItsChangeBesideItsMcid() {
        FunctionPart part = part(
                Status.RESPONDER,
                null,
                List.of(
                        change(HolisticDomain.PAIN, Rational.of(95, 14), Rational.of(13, 4), Rational.of(2), true),
                        change(HolisticDomain.ODI, Rational.of(62), Rational.of(52), Rational.of(10), true),
                        change(
                                HolisticDomain.EQ_5D_5L,
                                Rational.of(431, 1000),
                                Rational.of(400, 1000),
                                Rational.of(74, 1000),
                                false)),
                List.of());

        assertThat(part.status()).isEqualTo("Holistic responder");
        assertThat(part.why()).startsWith("Each of the 2 domains that were impaired");
        assertThat(part.cumulative()).isEqualTo("4.96");
        assertThat(part.impression()).isEqualTo("2 of 7, where 1 is the best, on Mon 9 Mar 2026");
        assertThat(part.domains().get(0))
                .isEqualTo(new DomainRow(
                        "Pain",
                        "impaired at baseline",
                        "6.79",
                        "diary mean",
                        "3.25",
                        "diary mean",
                        "+3.54",
                        "2.00",
                        "1.76",
                        "reached",
                        true));
        assertThat(part.domains().get(1).verdict()).as("exactly one MCID").isEqualTo("reached");
        assertThat(part.domains().get(1).baselineNote()).isEqualTo("24 Feb");
        assertThat(part.domains().get(2))
                .isEqualTo(new DomainRow(
                        "EQ-5D-5L index",
                        "not impaired, does not count",
                        "0.431",
                        "24 Feb",
                        "0.400",
                        "9 Mar",
                        "\u22120.031",
                        "0.074",
                        "\u22120.41",
                        "not reached",
                        false));
    }

    @Test
    void whatIsMissingIsNamedAndNeverANo() {
        Change odi = new Change(
                HolisticDomain.ODI, null, new Score(AFTER, Rational.of(30)), null, Rational.of(10), null, null);
        FunctionPart part = part(
                Status.UNDETERMINED,
                HolisticReason.BASELINE_INCOMPLETE,
                List.of(odi),
                List.of(new Lack(HolisticDomain.ODI, Side.BASELINE)));

        assertThat(part.status()).isEqualTo("Undetermined");
        assertThat(part.cumulative()).isEqualTo("\u2013");
        assertThat(part.domains().getFirst().baseline()).isEqualTo("missing");
        assertThat(part.domains().getFirst().verdict()).isEmpty();
        assertThat(part.missing()).containsExactly("ODI, Oswestry Disability Index: a score from before the placement");
    }

    @Test
    void aNonResponderIsSaidToBeThatWithoutBlame() {
        FunctionPart part = part(
                Status.NON_RESPONDER,
                null,
                List.of(change(HolisticDomain.SLEEP, Rational.of(4), Rational.of(5), Rational.of(2), true)),
                List.of());

        assertThat(part.status()).isEqualTo("Not a holistic responder");
        assertThat(part.sign()).isEqualTo("non-responder");
        assertThat(part.domains().getFirst().verdict()).isEqualTo("not reached");
    }

    @Test
    void everyWordIsSaidPlainly() {
        Stream<String> words = Stream.of(
                        Arrays.stream(Status.values()).map(FunctionWords::status),
                        Arrays.stream(HolisticReason.values()).map(FunctionWords::because),
                        Arrays.stream(HolisticDomain.values()).map(FunctionWords::domain))
                .flatMap(all -> all);

        assertThat(words)
                .allMatch(word -> !word.isEmpty() && !word.contains("_"))
                .doesNotHaveDuplicates();
    }
}

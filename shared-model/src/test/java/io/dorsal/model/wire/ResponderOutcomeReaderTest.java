package io.dorsal.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.Reason;
import io.dorsal.model.Resources;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ClockTrust;
import io.dorsal.model.outcome.DayWindow;
import io.dorsal.model.outcome.Grade;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.outcome.StimulationState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponderOutcomeReaderTest {
    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    @Test
    void whatWasEncodedReadsBackAndEncodesToTheSameBytes() {
        byte[] bytes = ResponderOutcomeCodec.stored(full());

        assertThat(ResponderOutcomeCodec.stored(ResponderOutcomeReader.parse(bytes)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void everySampleThatWasEverPublishedCanBeRead() {
        for (Path sample : Resources.wireSamples("responder-outcome.")) {
            byte[] bytes = Resources.bytes(sample);

            assertThat(withoutUsage(ResponderOutcomeCodec.stored(ResponderOutcomeReader.parse(bytes))))
                    .as(sample.toString())
                    .isEqualTo(withoutUsage(bytes));
        }
    }

    /** Usage is computed from the times beside it: outcomes once said 0 where nothing is known, and had no bounds. */
    private static JsonNode withoutUsage(byte[] outcome) {
        JsonNode node = Json.parse(outcome);
        node.get("days").forEach(day -> ((ObjectNode) day).remove(List.of("usagePercent", "usageBounds")));
        return node;
    }

    @Test
    void aProgramMayBeFollowedByItsDevice() {
        String named = "A (%s)".formatted("D".repeat(64));
        String json = new String(ResponderOutcomeCodec.stored(full()), StandardCharsets.UTF_8)
                .replace("\"program\":\"A\"", "\"program\":\"%s\"".formatted(named));
        ResponderOutcome read = ResponderOutcomeReader.parse(json.getBytes(StandardCharsets.UTF_8));

        assertThat(read.stimulation().byProgram().getFirst().program()).isEqualTo(named);
        assertThat(read.stimulation().bands().getFirst().program()).isEqualTo(named);
    }

    @Test
    void absentFiguresStayAbsent() {
        ResponderOutcome read = ResponderOutcomeReader.parse(ResponderOutcomeCodec.stored(least()));

        assertThat(read).isEqualTo(least());
    }

    @Test
    void windowMeansAndReliefComeBackExact() {
        ResponderOutcome read = ResponderOutcomeReader.parse(ResponderOutcomeCodec.stored(full()));

        assertThat(read.trial().mean()).isEqualTo(Rational.of(11, 3));
        assertThat(read.relief()).isEqualTo(Rational.of(1300, 24));
    }

    @Test
    void aBrokenFractionIsNamedByItsField() {
        String json = new String(ResponderOutcomeCodec.stored(full()), StandardCharsets.UTF_8).replace("11/3", "11/0");

        assertThatThrownBy(() -> ResponderOutcomeReader.parse(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Malformed.class, malformed -> {
                    assertThat(malformed.reason()).isEqualTo(Reason.WRONG_TYPE);
                    assertThat(malformed.field()).isEqualTo("trial.exact");
                });
    }

    private static ResponderOutcome full() {
        return new ResponderOutcome(
                new TrialId("T-1"),
                "pain-relief/1",
                NOON,
                false,
                PainScale.NRS,
                PainConstruct.AVERAGE,
                Status.RESPONDER,
                null,
                Grade.SUBSTANTIAL,
                false,
                window(Rational.of(8)),
                window(Rational.of(11, 3)),
                window(Rational.of(4)),
                Rational.of(1300, 24),
                Rational.of(50),
                new ResponderOutcome.Bounds(Rational.of(25), Rational.of(75)),
                Rational.of(75, 2),
                false,
                true,
                new ResponderOutcome.Interval(25.5, 70.25),
                0.75,
                Rational.of(9, 2),
                false,
                new ResponderOutcome.PerceivedRelief(NOON, Rational.of(60), Rational.of(23, 2)),
                new ResponderOutcome.Stimulation(
                        "stimulation/1",
                        List.of(new ResponderOutcome.PainByState(StimulationState.ON, 2, Rational.of(3))),
                        List.of(new ResponderOutcome.PainByProgram("A", 2, Rational.of(3))),
                        List.of(new ResponderOutcome.Band(NOON, NOON.plusSeconds(60), true, "A", "tonic"))),
                List.of(new ResponderOutcome.LedgerEntry("ETS-1", 0, 9, 8, List.of("3-4"), 1, List.of("0-4"), 5)),
                List.of(
                        new ResponderOutcome.BootClock("ETS-1", 0, null, -1500L, 3, ClockTrust.TRUSTED),
                        new ResponderOutcome.BootClock("ETS-1", 0, 5L, null, 0, ClockTrust.OFFSET_UNKNOWN)),
                List.of(new ResponderOutcome.Day(
                        DAY,
                        DayWindow.TRIAL,
                        2,
                        Rational.of(7, 2),
                        Duration.ofHours(23),
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofHours(20))),
                List.of(new ResponderOutcome.Shown(NOON, "ETS-1", "fault", "F-1")),
                List.of(new ResponderOutcome.Missing("trial-day", DAY, NOON)),
                "ab".repeat(32),
                "cd".repeat(32),
                null);
    }

    private static ResponderOutcome least() {
        return new ResponderOutcome(
                new TrialId("T-1"),
                "pain-relief/1",
                NOON,
                false,
                PainScale.VAS,
                PainConstruct.AVERAGE,
                Status.NOT_EVALUABLE,
                StatusReason.NOT_STARTED,
                null,
                null,
                window(null),
                window(null),
                window(null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new ResponderOutcome.Stimulation("stimulation/1", List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "ab".repeat(32),
                null,
                null);
    }

    private static ResponderOutcome.WindowMean window(Rational mean) {
        return new ResponderOutcome.WindowMean(mean == null ? null : DAY, mean == null ? null : DAY, mean, 1, 7);
    }
}

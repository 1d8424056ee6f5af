package io.dorsal.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.standalone.bench.BenchStack;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The worked examples of outcomes.md §5, from MQTT and HTTP to the API of the packaged stack. Those with dates of 2026
 * are set a year earlier, so that they lie in the past on every machine's clock.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WorkedExamplesIT {
    private static final Duration CATCHING_UP_MAX = Duration.ofSeconds(90);
    private static final LocalDate MARCH_3 = LocalDate.parse("2025-03-03");

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final BenchStack stack = SHARED.running();
    private final Api api = new Api(stack.frontDoor());

    @Test
    void exactlyFiftyPercentIsAResponder() {
        ExampleTrial trial = example("we-1", MARCH_3, 7)
                .baseline(8, 8, 7, 8, 9, 8, 8)
                .entry(0, 2)
                .pressed(4, 4, 5, 4, 3, 4, 4);
        JsonNode outcome = await(trial, answered(7));
        assertThat(outcome.path("status").asText()).isEqualTo("RESPONDER");
        assertThat(outcome.path("grade").asText()).isEqualTo("SUBSTANTIAL");
        assertThat(outcome.path("remission").asBoolean()).isFalse();
        assertThat(outcome.at("/relief/exact").asText()).isEqualTo("50/1");
        assertThat(outcome.path("final").asBoolean()).isTrue();
        assertThat(outcome.at("/ledger/0/received").asLong()).isEqualTo(7);
    }

    @Test
    void aBaselineOfZeroIsNotEvaluable() {
        ExampleTrial trial =
                example("we-2", MARCH_3, 5).baseline(0, 0, 0, 0, 0, 0, 0).pressed(0, 1, 0, 1, 0);
        JsonNode outcome = await(trial, answered(5));
        assertThat(outcome.path("status").asText()).isEqualTo("NOT_EVALUABLE");
        assertThat(outcome.path("reason").asText()).isEqualTo("BASELINE_ZERO");
        assertThat(outcome.path("relief").isNull()).isTrue();
    }

    @Test
    void missingDaysMakeItFragile() {
        ExampleTrial trial =
                example("we-3", MARCH_3, 7).baseline(8, 8, 8, 8, 8, 8, 8).pressed(3, null, 4, null, null, 3, 2);
        JsonNode outcome = await(trial, answered(4));
        assertThat(outcome.path("status").asText()).isEqualTo("RESPONDER");
        assertThat(outcome.path("remission").asBoolean()).isTrue();
        assertThat(outcome.at("/relief/exact").asText()).isEqualTo("125/2");
        assertThat(outcome.path("bocf").decimalValue()).isEqualByComparingTo("35.7142");
        assertThat(outcome.path("fragile").asBoolean()).isTrue();
        assertThat(outcome.at("/bounds/worst").decimalValue()).isEqualByComparingTo("25");
        assertThat(outcome.at("/bounds/best").decimalValue()).isEqualByComparingTo("78.5714");
        assertThat(outcome.path("settled").asBoolean()).isFalse();
    }

    @Test
    void aCorrectionChangesTheStatus() {
        ExampleTrial trial = example("we-4", MARCH_3, 5)
                .baseline(6, 6, 6, 6, 6, 6, 6)
                .entry(1, 3)
                .entry(2, 3)
                .entry(3, 8)
                .entry(4, 3)
                .entry(5, 3);
        JsonNode before = await(trial, answered(5));
        assertThat(before.path("status").asText()).isEqualTo("NON_RESPONDER");
        assertThat(before.at("/relief/exact").asText()).isEqualTo("100/3");
        trial.corrected(3, 3);
        JsonNode after = await(trial, outcome -> !digest(outcome).equals(digest(before)));
        assertThat(after.path("status").asText()).isEqualTo("RESPONDER");
        assertThat(after.at("/relief/exact").asText()).isEqualTo("50/1");
    }

    @Test
    void aDayOf23HoursIsItsOwnMeasure() {
        ExampleTrial part = example("we-5a", LocalDate.parse("2025-03-07"), 4)
                .wasOn("2025-03-09T05:00:00Z", "2025-03-10T01:00:00Z");
        ExampleTrial all = example("we-5b", LocalDate.parse("2025-03-07"), 4)
                .wasOn("2025-03-09T05:00:00Z", "2025-03-10T04:00:00Z");
        JsonNode short20 = await(
                part, outcome -> day(outcome, "2025-03-09").path("on").asText().equals("PT20H"));
        assertThat(day(short20, "2025-03-09").path("usagePercent").decimalValue())
                .isEqualByComparingTo("86.9565");
        JsonNode full = await(
                all, outcome -> day(outcome, "2025-03-09").path("on").asText().equals("PT23H"));
        assertThat(day(full, "2025-03-09").path("usagePercent").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void theRepeatedHourHoldsTwoEntries() {
        ExampleTrial trial = example("we-5c", LocalDate.parse("2025-10-31"), 4)
                .entryAt("2025-11-02T05:30:00Z", 6)
                .entryAt("2025-11-02T06:30:00Z", 4)
                .entryAt("2025-11-03T01:00:00Z", 2);
        JsonNode outcome =
                await(trial, some -> day(some, "2025-11-02").path("entries").asInt() == 3);
        assertThat(day(outcome, "2025-11-02").path("mean").decimalValue()).isEqualByComparingTo("4");
    }

    @Test
    void perceivedReliefStandsBesideTheCalculatedOne() {
        ExampleTrial trial = example("we-6", MARCH_3, 4)
                .baseline(8, 8, 8, 8, 8, 8, 8)
                .pressed(5, 5, 5, 5)
                .perceives(60);
        JsonNode outcome = await(
                trial, answered(4).and(some -> !some.path("perceivedRelief").isNull()));
        assertThat(outcome.path("status").asText()).isEqualTo("NON_RESPONDER");
        assertThat(outcome.at("/relief/exact").asText()).isEqualTo("75/2");
        assertThat(outcome.at("/perceivedRelief/percent").decimalValue()).isEqualByComparingTo("60");
        assertThat(outcome.at("/perceivedRelief/gap").decimalValue()).isEqualByComparingTo("22.5");
    }

    private ExampleTrial example(String id, LocalDate placement, int days) {
        return ExampleTrial.ended(api, stack.ports().mqtt(), id, placement, days);
    }

    private static Predicate<JsonNode> answered(int trialDays) {
        return outcome -> outcome.at("/trial/answeredDays").asInt() == trialDays
                && outcome.at("/baseline/answeredDays").asInt() == 7;
    }

    private static JsonNode await(ExampleTrial trial, Predicate<JsonNode> until) {
        return Awaitility.await()
                .atMost(CATCHING_UP_MAX)
                .until(
                        () -> trial.isKnown() ? trial.outcome() : null,
                        outcome -> outcome != null && until.test(outcome));
    }

    private static String digest(JsonNode outcome) {
        return outcome.path("factDigest").asText();
    }

    private static JsonNode day(JsonNode outcome, String date) {
        return StreamSupport.stream(outcome.path("days").spliterator(), false)
                .filter(day -> day.path("date").asText().equals(date))
                .findFirst()
                .orElseGet(() -> outcome.path("no such day"));
    }
}

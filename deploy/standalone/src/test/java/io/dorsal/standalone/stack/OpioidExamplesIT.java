package io.dorsal.standalone.stack;

import static io.dorsal.standalone.stack.MedicationTrial.prescribed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
 * The worked examples of the opioid metrics, from the registry's HTTP to the API of the packaged stack. Set in March 2025,
 * so that they lie in the past on every machine's clock.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OpioidExamplesIT {
    private static final Duration CATCHING_UP_MAX = Duration.ofSeconds(90);
    private static final LocalDate PLACEMENT = LocalDate.parse("2025-03-17");
    private static final String OXYCODONE_5 = "1049621";
    private static final String OXYCODONE_10 = "1049683";
    private static final String OXYCODONE_ER_20 = "1860129";
    private static final String METHADONE_10 = "864706";
    private static final String FENTANYL_25 = "245134";
    private static final String BUPRENORPHINE_PATCH = "904876";

    @RegisterExtension
    static final SharedStack SHARED = new SharedStack();

    private final Api api = new Api(SHARED.running().frontDoor());

    @Test
    void oxycodoneTenMilligramsFourTimesADayIsSixtyMme() {
        MedicationTrial trial = example("op-1")
                .baseline(OXYCODONE_10, 4, 4, 4, 4, 4, 4, 4)
                .days(OXYCODONE_10, 4, 4, 4, 4, 4)
                .reported();
        JsonNode outcome = await(trial, known(7, 5));
        assertThat(outcome.path("factorSet").asText()).isEqualTo("cdc-2022");
        assertThat(outcome.at("/baseline/exact").asText()).isEqualTo("60/1");
        assertThat(outcome.at("/end/exact").asText()).isEqualTo("60/1");
        assertThat(outcome.at("/change/reached")).isEmpty();
    }

    @Test
    void aFentanylPatchCountsOnEveryDayWorn() {
        MedicationTrial trial = example("op-2").patch(FENTANYL_25, -9).reported();
        JsonNode outcome = await(trial, known(7, 5));
        assertThat(outcome.at("/baseline/exact").asText()).isEqualTo("60/1");
        assertThat(outcome.at("/trial/exact").asText()).isEqualTo("60/1");
        assertThat(day(outcome, "2025-03-20").path("mme").decimalValue()).isEqualByComparingTo("60");
    }

    @Test
    void takenFallsWhilePrescribedStays() {
        MedicationTrial trial = example("op-3", prescribed(OXYCODONE_ER_20, 2, false), prescribed(OXYCODONE_5, 4, true))
                .baseline(OXYCODONE_ER_20, 2, 2, 2, 2, 2, 2, 2)
                .baseline(OXYCODONE_5, 3, 4, 2, 3, 5, 1, 3)
                .days(OXYCODONE_ER_20, 2, 2, 2, 2, 2)
                .days(OXYCODONE_5, 2, 1, 0, 0, 0)
                .reported();
        JsonNode outcome = await(trial, known(7, 5));
        assertThat(outcome.at("/baseline/mean").decimalValue()).isEqualByComparingTo("82.5");
        assertThat(outcome.at("/trial/mean").decimalValue()).isEqualByComparingTo("64.5");
        assertThat(outcome.at("/change/percent").decimalValue()).isEqualByComparingTo("-21.8181");
        assertThat(outcome.at("/change/reached")).extracting(JsonNode::asText).containsExactly("ANY", "AT_LEAST_20");
        assertThat(outcome.at("/change/tierBefore").asText()).isEqualTo("50-90");
        assertThat(outcome.at("/change/tierAfter").asText()).isEqualTo("50-90");
        assertThat(outcome.at("/prescribed/baseline/exact").asText()).isEqualTo("90/1");
        assertThat(outcome.at("/prescribed/change/exact").asText()).isEqualTo("0/1");
        assertThat(outcome.at("/prescribed/change/tierAfter")).isNotEqualTo(outcome.at("/change/tierAfter"));
    }

    @Test
    void buprenorphineIsPresentAndNotConverted() {
        MedicationTrial trial = example("op-4")
                .baseline(OXYCODONE_10, 6, 6, 6, 6, 6, 6, 6)
                .days(OXYCODONE_10, 6, 6, 6, 6, 6)
                .patch(BUPRENORPHINE_PATCH, -1)
                .reported();
        JsonNode outcome =
                await(trial, known(7, 5).and(some -> !some.path("notConverted").isEmpty()));
        JsonNode day = day(outcome, "2025-03-20");
        assertThat(day.path("mme").decimalValue()).isEqualByComparingTo("90");
        assertThat(day.path("partial").asBoolean()).isTrue();
        assertThat(outcome.at("/notConverted/0/opioid").asText()).isEqualTo("buprenorphine");
        assertThat(outcome.at("/notConverted/0/reason").asText()).isEqualTo("NO_FACTOR");
    }

    @Test
    void methadoneFallsByAnotherShareUnderASlidingFactor() {
        MedicationTrial trial = example("op-5")
                .baseline(METHADONE_10, 3, 3, 3, 3, 3, 3, 3)
                .days(METHADONE_10, 2, 2, 2, 2, 2)
                .reported();
        JsonNode linear = await(trial, known(7, 5));
        JsonNode sliding = trial.outcome("cdc-2016");
        assertThat(linear.at("/baseline/exact").asText()).isEqualTo("141/1");
        assertThat(linear.at("/trial/exact").asText()).isEqualTo("94/1");
        assertThat(linear.at("/change/percent").decimalValue()).isEqualByComparingTo("-33.3333");
        assertThat(sliding.path("factorSet").asText()).isEqualTo("cdc-2016");
        assertThat(sliding.at("/baseline/exact").asText()).isEqualTo("240/1");
        assertThat(sliding.at("/trial/exact").asText()).isEqualTo("80/1");
        assertThat(sliding.at("/change/percent").decimalValue()).isEqualByComparingTo("-66.6666");
        assertThat(api.status("/api/opioids/op-5?factorSet=cdc-2021")).isEqualTo(400);
    }

    private MedicationTrial example(String id, String... regimen) {
        return MedicationTrial.ended(api, id, PLACEMENT, 5, regimen);
    }

    private static Predicate<JsonNode> known(int baselineDays, int trialDays) {
        return outcome -> outcome.at("/baseline/knownDays").asInt() == baselineDays
                && outcome.at("/trial/knownDays").asInt() == trialDays;
    }

    private static JsonNode await(MedicationTrial trial, Predicate<JsonNode> until) {
        return Awaitility.await()
                .atMost(CATCHING_UP_MAX)
                .until(
                        () -> trial.isKnown() ? trial.outcome() : null,
                        outcome -> outcome != null && until.test(outcome));
    }

    private static JsonNode day(JsonNode outcome, String date) {
        return StreamSupport.stream(outcome.path("days").spliterator(), false)
                .filter(day -> day.path("date").asText().equals(date))
                .findFirst()
                .orElseGet(() -> outcome.path("no such day"));
    }
}

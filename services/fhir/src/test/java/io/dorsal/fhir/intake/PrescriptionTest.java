package io.dorsal.fhir.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.TrialSketch;
import io.dorsal.model.trial.Regimen;
import io.dorsal.model.trial.Trial;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A MedicationRequest as a line of the regimen; the sketch prescribes four tablets of oxycodone since 1 January. */
class PrescriptionTest {
    private static final Trial TRIAL = new TrialSketch().trial();
    private static final String REQUEST = """
            {"resourceType":"MedicationRequest","id":"1","status":"active","intent":"order",
             "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"1049683"}]},
             "subject":{"identifier":{"system":"urn:dorsal:trial","value":"T-1"}},"authoredOn":"2026-01-01",
             "dosageInstruction":[{"timing":{"repeat":{"frequency":4,"period":1,"periodUnit":"d"}},
              "doseAndRate":[{"doseQuantity":{"value":1,"unit":"{tab}"}}]}]}
            """;

    @Test
    void theSameAgainChangesNothing() {
        assertThat(after(REQUEST)).isEqualTo(TRIAL.regimen());
        assertThat(after(REQUEST.replace("\"value\":1,", "\"value\":1.0,"))).hasSize(1);
    }

    @Test
    void anotherDoseReplacesTheLine() {
        assertThat(after(REQUEST.replace("\"value\":1,", "\"value\":2,")))
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualByComparingTo("2"));
    }

    @Test
    void anotherDateOrNeedIsAnotherLine() {
        assertThat(after(REQUEST.replace("2026-01-01", "2026-02-01"))).hasSize(2);
        assertThat(after(REQUEST.replace("[{\"timing\"", "[{\"asNeededBoolean\":true,\"timing\"")))
                .extracting(Regimen::asNeeded)
                .containsExactly(false, true);
    }

    @Test
    void whatWasStoppedKeepsItsEnd() {
        String stopped = REQUEST.replace("active", "stopped")
                .replace(
                        "\"frequency\"",
                        "\"boundsPeriod\":{\"start\":\"2026-01-01\",\"end\":\"2026-03-05T03:00:00Z\"},\"frequency\"");
        assertThat(after(stopped))
                .singleElement()
                .satisfies(line -> assertThat(line.to()).isEqualTo(LocalDate.of(2026, 3, 4)));
    }

    @Test
    void whatWasInErrorIsWithdrawn() {
        assertThat(after(REQUEST.replace("active", "entered-in-error"))).isEmpty();
        assertThat(after(REQUEST.replace("active", "cancelled").replace("2026-01-01", "2026-02-01")))
                .isEqualTo(TRIAL.regimen());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"repeat\":{\"frequency\":1,\"period\":6,\"periodUnit\":\"h\"}} | 4",
                "{\"repeat\":{\"frequency\":1,\"frequencyMax\":2,\"period\":4,\"periodUnit\":\"h\"}} | 12",
                "{\"repeat\":{\"period\":72,\"periodUnit\":\"h\"}} | 0.333333333334",
                "{\"repeat\":{\"period\":1,\"periodUnit\":\"wk\"}} | 0.142857142858",
                "{\"code\":{\"coding\":[{\"code\":\"BID\"}]}} | 2",
                "{\"code\":{\"coding\":[{\"code\":\"x\"},{\"code\":\"Q6H\"}]}} | 4",
            })
    void howOftenIsCountedAtItsMost(String timing, BigDecimal timesPerDay) {
        String request = REQUEST.replace("{\"repeat\":{\"frequency\":4,\"period\":1,\"periodUnit\":\"d\"}}", timing);
        assertThat(after(request))
                .singleElement()
                .satisfies(line -> assertThat(line.timesPerDay()).isEqualByComparingTo(timesPerDay));
    }

    @Test
    void aRangeCountsAtItsUpperEnd() {
        String range = REQUEST.replace(
                "\"doseQuantity\":{\"value\":1,\"unit\":\"{tab}\"}",
                "\"doseRange\":{\"low\":{\"value\":1,\"unit\":\"{tab}\"},\"high\":{\"value\":2,\"unit\":\"{tab}\"}}");
        assertThat(after(range))
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualByComparingTo("2"));
    }

    private static List<Regimen> after(String request) {
        Posted posted = Posted.read(request.getBytes(StandardCharsets.UTF_8), null);
        Reading reading = Intake.read(posted, id -> TRIAL, Instant.EPOCH).getFirst();
        assertThat(reading).isInstanceOf(Reading.Prescription.class);
        return ((Reading.Prescription) reading).change().apply(TRIAL).regimen();
    }
}

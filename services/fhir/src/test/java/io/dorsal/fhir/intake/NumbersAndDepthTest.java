package io.dorsal.fhir.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.fhir.TrialSketch;
import io.dorsal.model.Malformed;
import io.dorsal.model.report.Statement.Pain;
import io.dorsal.model.trial.Trial;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are taken as exactly as on the other ways in, and JSON that is only deep or long is not told as no JSON. */
class NumbersAndDepthTest {
    private static final Trial TRIAL = new TrialSketch().trial();
    private static final String PAIN = """
            {"resourceType":"Observation","id":"1","status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"72514-3"}]},
             "subject":{"identifier":{"system":"urn:dorsal:trial","value":"T-1"}},
             "effectiveDateTime":"2026-02-23T20:00:00-05:00",
             "valueQuantity":{"value":%s,"unit":"{score}","system":"http://unitsofmeasure.org","code":"{score}"}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.3000000000000003",
                "0.10000000149011612",
                "5.000000000000000000",
                "0.1000000000000000055511151231257827021181583404541015625",
                "1e-13",
                "4.9E-324",
                "0.7e1"
            })
    void aScoreKeepsEveryDigit(String score) {
        Reading reading = read(PAIN.formatted(score));

        assertThat(reading).isInstanceOf(Reading.Report.class);
        Pain pain = (Pain) ((Reading.Report) reading).report().states();
        assertThat(pain.score()).isEqualByComparingTo(new BigDecimal(score));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-401", "1e99999999999", "1e999999999"})
    void aNumberThatCannotBeKeptIsToldItsBounds(String score) {
        Malformed why = ((Reading.Refused) read(PAIN.formatted(score))).why();

        assertThat(why.reason().word()).isEqualTo("out-of-bounds");
        assertThat(why.field()).isEqualTo("Observation.value.value");
        assertThat(why.expected()).contains("400 decimal places").contains("1000 characters");
    }

    @Test
    void aHundredAndTwentyLevelsAreJson() {
        String nested = "{\"url\":\"urn:x\",\"extension\":[".repeat(60) + "]}".repeat(60);
        Reading reading =
                read(PAIN.formatted(3).replace("\"id\":\"1\"", "\"id\":\"1\",\"extension\":[" + nested + "]"));

        if (reading instanceof Reading.Refused refused) {
            assertThat(refused.why().reason().word()).isNotEqualTo("not-json");
        }
    }

    @Test
    void moreLevelsThanAreReadAreToldAsThat() {
        String deep = "{\"item\":" + "[".repeat(300) + "]".repeat(300) + "}";

        Malformed why = catchThrowableOfType(Malformed.class, () -> read(deep));

        assertThat(why.reason().word()).isEqualTo("out-of-bounds");
        assertThat(why.expected()).contains("200 in FHIR");
    }

    private static Reading read(String resource) {
        Posted posted = Posted.read(resource.getBytes(StandardCharsets.UTF_8), null);
        return Intake.read(posted, id -> TRIAL, Instant.parse("2026-03-20T00:00:00Z"))
                .getFirst();
    }
}

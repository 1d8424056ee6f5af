package io.dorsal.opioid.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import io.dorsal.opioid.core.Rules;
import io.dorsal.opioid.tables.ShippedTables;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an opioid outcome follows from, on its way through JSON. */
class OpioidBasisCodecTest {
    @Test
    void rulesAreReadAsTheyWere() {
        Rules other = new Rules(
                Rules.OPIOID_1.windows(),
                Duration.ofSeconds(90),
                Map.of(Reduction.AT_LEAST_50, Rational.of(1, 3)),
                Rules.OPIOID_1.tierFrom());

        assertThat(read(basis(Rules.OPIOID_1))).isEqualTo(basis(Rules.OPIOID_1));
        assertThat(read(basis(other))).isEqualTo(basis(other));
    }

    @Test
    void everyShippedTableIsNamed() {
        assertThat(ShippedTables.digests().keySet())
                .containsExactlyInAnyOrder(
                        "rxnorm-opioids.csv", "dose-forms.csv", "factors-cdc-2022.csv", "factors-cdc-2016.csv");
        assertThat(ShippedTables.digests().values()).allMatch(sha256 -> sha256.matches("[0-9a-f]{64}"));
    }

    private static OpioidBasis basis(Rules rules) {
        return new OpioidBasis(rules, ShippedTables.DEFAULT_FACTOR_SET, ShippedTables.digests());
    }

    private static OpioidBasis read(OpioidBasis basis) {
        return OpioidBasisCodec.parse(JsonFields.of(Json.parse(Json.bytes(OpioidBasisCodec.node(basis)))));
    }
}

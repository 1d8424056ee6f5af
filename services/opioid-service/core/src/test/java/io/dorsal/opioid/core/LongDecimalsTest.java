package io.dorsal.opioid.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import io.dorsal.model.wire.OpioidOutcomeReader;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities with as many digits as computers print keep every one of them up to the outcome, and on to its readers. */
class LongDecimalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2000000000000002",
                "0.33333333333333331",
                "0.10000000149011612",
                "0.1000000000000000055511151231257827021181583404541015625",
                "4.9e-324",
                "1e-400"
            })
    void aQuantityIsExact(String tablets) {
        OpioidOutcome outcome = new Sketch()
                .baseline(Sketch.OXYCODONE_10, 3)
                .days(Sketch.OXYCODONE_10, tablets, tablets, tablets, tablets, tablets)
                .prescribed(Sketch.OXYCODONE_10, tablets, "{tab}", tablets, false)
                .assess();

        Rational perDay = Rational.of(new BigDecimal(tablets)).times(15);
        assertThat(outcome.taken().trial().mean()).isEqualTo(perDay);
        assertThat(outcome.prescribed().trial().mean()).isEqualTo(perDay.times(Rational.of(new BigDecimal(tablets))));
        OpioidOutcome read = OpioidOutcomeReader.parse(OpioidOutcomeCodec.stored(outcome));
        assertThat(read.taken().trial().mean()).isEqualTo(perDay);
        assertThat(read.taken().change().percent())
                .isEqualTo(outcome.taken().change().percent());
    }
}

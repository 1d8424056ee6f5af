package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.report.Statement.PerceivedRelief;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which answer counts: the last since the placement and, once the lead is out, up to the date of its removal. */
class PerceivedTest {
    private final Sketch sketch = new Sketch().baseline(8, 8, 8, 8, 8, 8, 8).days(4, 4, 4, 4, 4, 4, 4);

    @Test
    void anAnswerAfterTheDateOfTheRemovalReplacesNoEarlierOne() {
        answered("r-1", sketch.at(LocalDate.of(2026, 3, 10), "23:59"), 60);
        answered("r-2", sketch.at(LocalDate.of(2026, 3, 11), "00:00"), 90);

        assertThat(sketch.assess().perceivedRelief().percent()).isEqualTo(Rational.of(60));
    }

    @Test
    void anAnswerAfterTheDateOfTheRemovalAloneIsNone() {
        answered("r-1", sketch.at(LocalDate.of(2026, 3, 20), "12:00"), 90);

        assertThat(sketch.assess().perceivedRelief()).isNull();
    }

    @Test
    void anAnswerBeforeThePlacementIsNone() {
        answered("r-1", Sketch.PLACED_AT.minusSeconds(1), 90);

        assertThat(sketch.assess().perceivedRelief()).isNull();
    }

    @Test
    void whileTheLeadIsInTheLastAnswerCounts() {
        sketch.running();
        answered("r-1", sketch.at(LocalDate.of(2026, 3, 9), "12:00"), 60);
        answered("r-2", sketch.at(LocalDate.of(2026, 3, 20), "12:00"), 90);

        assertThat(sketch.assess().perceivedRelief().percent()).isEqualTo(Rational.of(90));
    }

    private void answered(String id, Instant at, int percent) {
        sketch.report(id, 1, new PerceivedRelief(at, BigDecimal.valueOf(percent)));
    }
}

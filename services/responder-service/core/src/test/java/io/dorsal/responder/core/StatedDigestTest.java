package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.Statement.Patch;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** By which digest the outcomes of one trial agree, although only some of them look at device events. */
class StatedDigestTest {
    private static final Instant LATER = Instant.parse("2026-03-20T12:00:00Z");
    private final Sketch sketch = new Sketch().wears().days(4, 4, 4);

    @Test
    void deviceEventsChangeTheFactDigestOnly() {
        ResponderOutcome before = sketch.assess(LATER);
        sketch.event(0, 0, Instant.parse("2026-03-05T12:00:00Z"), battery());
        ResponderOutcome after = sketch.assess(LATER);

        assertThat(after.factDigest()).isNotEqualTo(before.factDigest());
        assertThat(after.statedDigest()).isEqualTo(before.statedDigest());
    }

    @Test
    void aReportChangesBoth() {
        ResponderOutcome before = sketch.assess(LATER);
        sketch.pain("p-2026-03-03", 2, Instant.parse("2026-03-04T01:00:00Z"), 5);
        ResponderOutcome after = sketch.assess(LATER);

        assertThat(after.factDigest()).isNotEqualTo(before.factDigest());
        assertThat(after.statedDigest()).isNotEqualTo(before.statedDigest());
    }

    @Test
    void takingAPatchOffIsAFactOfItsOwnDate() {
        Instant off = Instant.parse("2026-03-12T12:00:00Z");
        sketch.report("t-1", 1, new Patch("245134", off.minusSeconds(3 * 86_400), off), off.plusSeconds(60));

        assertThat(Assessment.newestFact(sketch.facts())).isEqualTo(off);
    }
}

package io.dorsal.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.standalone.simulate.core.Delivery.PayloadSent;
import io.dorsal.standalone.simulate.core.LoggedEvent;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.simulate.core.TrialScript;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PopulationTest {
    /** Its device restarted a minute before it was taken off; by its own clock, a minute fast, that was afterwards. */
    private static final TrialPlan RESTARTED_LATE = new Population(1, LocalDate.parse("2026-11-24"), 40).plan(700);

    @Test
    void whatADeviceTellsAfterARestartBelongsToTheTrialByItsOwnClockToo() {
        Map<Long, Instant> firstOfBoot = new TreeMap<>();
        TrialScript script = new TrialScript(RESTARTED_LATE);
        while (script.peek() != null) {
            if (script.next() instanceof PayloadSent sent) {
                for (LoggedEvent event : sent.events()) {
                    firstOfBoot.merge(event.boot(), event.at(), (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }

        assertThat(firstOfBoot)
                .containsKeys(0L, 1L)
                .allSatisfy((boot, at) ->
                        assertThat(at).isBefore(RESTARTED_LATE.course().removalAt()));
    }
}

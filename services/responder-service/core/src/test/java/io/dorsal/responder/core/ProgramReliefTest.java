package io.dorsal.responder.core;

import static io.dorsal.responder.core.Events.battery;
import static io.dorsal.responder.core.Events.button;
import static io.dorsal.responder.core.Events.on;
import static io.dorsal.responder.core.Events.usedOff;
import static io.dorsal.responder.core.Events.usedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.PainByProgram;
import io.dorsal.model.outcome.ResponderOutcome.PainByState;
import io.dorsal.model.outcome.StimulationState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On with A from 10 to 12, on with B to 14, off to 16, on 4 March in UTC. */
class ProgramReliefTest {
    private final Sketch sketch = new Sketch()
            .wears()
            .event(0, 0, at("12:00"), usedOn("A", at("10:00"), at("12:00")))
            .event(0, 1, at("14:00"), usedOn("B", at("12:00"), at("14:00")))
            .event(0, 2, at("16:00"), usedOff(at("14:00"), at("16:00")));

    @Test
    void theWashoutMustBeOver() {
        assertThat(stateOf("10:29:59")).isEqualTo(StimulationState.UNKNOWN);
        assertThat(stateOf("10:30:00")).isEqualTo(StimulationState.ON);
        assertThat(stateOf("14:00:00")).isEqualTo(StimulationState.ON);
        assertThat(stateOf("14:00:01")).isEqualTo(StimulationState.TRANSITION);
        assertThat(stateOf("14:29:59")).isEqualTo(StimulationState.TRANSITION);
        assertThat(stateOf("14:30:00")).isEqualTo(StimulationState.OFF);
        assertThat(stateOf("16:00:01")).isEqualTo(StimulationState.UNKNOWN);
    }

    @Test
    void aChangeOfProgramIsNoTransitionOfStimulationButOfProgram() {
        current("12:10:00", 5);

        ResponderOutcome outcome = sketch.assess();

        assertThat(of(outcome, StimulationState.ON).entries()).isEqualTo(1);
        assertThat(outcome.stimulation().byProgram()).isEmpty();
    }

    @Test
    void meansAreShownPerProgram() {
        current("11:00:00", 2);
        current("11:30:00", 3);
        current("13:00:00", 6);

        assertThat(sketch.assess().stimulation().byProgram())
                .containsExactly(
                        new PainByProgram("A", 2, Rational.of(5, 2)), new PainByProgram("B", 1, Rational.of(6)));
    }

    @Test
    void entriesInTransitionAreCountedButLeftOut() {
        current("14:10:00", 7);

        assertThat(of(sketch.assess(), StimulationState.TRANSITION))
                .isEqualTo(new PainByState(StimulationState.TRANSITION, 1, null));
    }

    @Test
    void programsOfOneNameOnTwoDevicesAreNotAveragedTogether() {
        sketch.wears("ETS-2", "2026-03-04T18:00:00Z", null)
                .event("ETS-2", 0, 0, at("20:00"), at("20:00"), usedOn("A", at("18:00"), at("20:00")));
        current("11:00:00", 2);
        current("13:00:00", 6);
        current("19:00:00", 8);

        ResponderOutcome.Stimulation stimulation = sketch.assess().stimulation();

        assertThat(stimulation.byProgram())
                .containsExactly(
                        new PainByProgram("A (ETS-1)", 1, Rational.of(2)),
                        new PainByProgram("A (ETS-2)", 1, Rational.of(8)),
                        new PainByProgram("B", 1, Rational.of(6)));
        assertThat(stimulation.bands())
                .extracting(ResponderOutcome.Band::program)
                .containsExactly("A (ETS-1)", "B", null, "A (ETS-2)");
    }

    @Test
    void theWashoutIsCountedInCorrectedTime() {
        // The clock is 20 minutes slow: on at 18:20, by the gateway's time, although it says 18:00.
        for (int i = 0; i < 5; i++) {
            Instant said = at("18:00").plusSeconds(i * 900L);
            sketch.event("ETS-1", 1, i, said, said.plusSeconds(1200), i == 0 ? on("A") : battery());
        }
        current("18:49:59", 9);
        current("18:50:00", 3);

        assertThat(sketch.assess().stimulation().byProgram())
                .containsExactly(new PainByProgram("A", 1, Rational.of(3)));
    }

    @Test
    void theButtonAndTheDiaryCountAlike() {
        current("11:00:00", 2);
        sketch.event(0, 3, at("11:40"), button(4, PainConstruct.CURRENT));

        assertThat(of(sketch.assess(), StimulationState.ON))
                .isEqualTo(new PainByState(StimulationState.ON, 2, Rational.of(3)));
    }

    @Test
    void onlyCurrentEntriesOfTheScaleWhileTheLeadIsIn() {
        sketch.pain("avg", 1, at("11:00"), 9)
                .pain("mm", 1, at("11:00"), 90, PainScale.VAS, PainConstruct.CURRENT)
                .pain("before", 1, Instant.parse("2026-03-01T11:00:00Z"), 9, PainScale.NRS, PainConstruct.CURRENT)
                .pain("after", 1, Instant.parse("2026-03-11T11:00:00Z"), 9, PainScale.NRS, PainConstruct.CURRENT);

        assertThat(sketch.assess().stimulation().byState())
                .extracting(PainByState::entries)
                .containsExactly(0, 0, 0, 0);
    }

    private StimulationState stateOf(String time) {
        Sketch fresh = new Sketch().wears();
        sketch.events().forEach(event -> fresh.event(event.boot(), event.seq(), event.at(), event.what()));
        Instant at = Instant.parse("2026-03-04T%sZ".formatted(time));
        fresh.pain("c", 1, at, 5, PainScale.NRS, PainConstruct.CURRENT);
        List<PainByState> states = fresh.assess().stimulation().byState();
        return states.stream()
                .filter(by -> by.entries() == 1)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void current(String time, int score) {
        Instant at = Instant.parse("2026-03-04T%sZ".formatted(time));
        sketch.pain("c-" + time.replace(":", ""), 1, at, score, PainScale.NRS, PainConstruct.CURRENT);
    }

    private static PainByState of(ResponderOutcome outcome, StimulationState state) {
        return outcome.stimulation().byState().get(state.ordinal());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-04T%s:00Z".formatted(time));
    }
}

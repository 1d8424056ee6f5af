package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import io.dorsal.model.Span;
import io.dorsal.model.outcome.ResponderOutcome.PainByProgram;
import io.dorsal.model.outcome.ResponderOutcome.PainByState;
import io.dorsal.model.outcome.StimulationState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * CURRENT pain by what the stimulator did during the washout time before it. A description, not a cause.
 *
 * @param byState all four states, with or without entries
 */
record ProgramRelief(List<PainByState> byState, List<PainByProgram> byProgram) {

    static ProgramRelief of(List<PainEntry> current, StimulationLog log, Duration washout) {
        Map<StimulationState, List<Rational>> byState = new EnumMap<>(StimulationState.class);
        Map<DeviceProgram, List<Rational>> byProgram = new TreeMap<>();
        for (StimulationState state : StimulationState.values()) {
            byState.put(state, new ArrayList<>());
        }
        for (PainEntry entry : current) {
            Span before = new Span(entry.at().minus(washout), entry.at());
            byState.computeIfAbsent(stateDuring(before, log), state -> new ArrayList<>())
                    .add(entry.score());
            log.onByProgram().forEach((program, spans) -> {
                if (spans.containsAll(before)) {
                    byProgram
                            .computeIfAbsent(program, name -> new ArrayList<>())
                            .add(entry.score());
                }
            });
        }
        List<PainByState> states = new ArrayList<>();
        byState.forEach((state, scores) -> states.add(new PainByState(state, scores.size(), mean(state, scores))));
        List<PainByProgram> programs = new ArrayList<>();
        byProgram.forEach((program, scores) ->
                programs.add(new PainByProgram(log.shown(program), scores.size(), Rational.mean(scores))));
        return new ProgramRelief(List.copyOf(states), List.copyOf(programs));
    }

    /** Entries in transition are left out: they are counted, so that none is lost, but have no mean. */
    private static @Nullable Rational mean(StimulationState state, List<Rational> scores) {
        return scores.isEmpty() || state == StimulationState.TRANSITION ? null : Rational.mean(scores);
    }

    static StimulationState stateDuring(Span before, StimulationLog log) {
        if (log.on().containsAll(before)) {
            return StimulationState.ON;
        }
        if (log.off().containsAll(before)) {
            return StimulationState.OFF;
        }
        boolean known = log.on().union(log.off()).containsAll(before);
        return known ? StimulationState.TRANSITION : StimulationState.UNKNOWN;
    }
}

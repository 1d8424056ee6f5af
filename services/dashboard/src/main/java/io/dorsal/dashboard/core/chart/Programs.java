package io.dorsal.dashboard.core.chart;

import io.dorsal.dashboard.core.Words;
import io.dorsal.dashboard.core.chart.Shapes.ProgramKey;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The programs of one trial, in a fixed order, so that each keeps its look on every page and update. */
public record Programs(List<Look> looks) {
    /** Beyond it looks repeat; labels and tables still tell programs apart. */
    private static final int LOOKS = 6;

    /** What a stretch of stimulation is told apart by. */
    record Look(@Nullable String program, @Nullable String waveform) implements Comparable<Look> {
        @Override
        public int compareTo(Look other) {
            return sortKey().compareTo(other.sortKey());
        }

        private String sortKey() {
            return Objects.toString(program, "~") + "\u0000" + Objects.toString(waveform, "~");
        }
    }

    public static Programs of(ResponderOutcome outcome) {
        return new Programs(outcome.stimulation().bands().stream()
                .filter(Band::on)
                .map(band -> new Look(band.program(), band.waveform()))
                .distinct()
                .sorted()
                .toList());
    }

    /** CSS classes of a stretch. */
    public String kind(Band band) {
        return band.on() ? kind(looks.indexOf(new Look(band.program(), band.waveform()))) : "off";
    }

    private static String kind(int index) {
        return "on program-" + index % LOOKS;
    }

    public String label(Band band) {
        return label(new Look(band.program(), band.waveform()));
    }

    private static String label(Look look) {
        String program = look.program() == null ? "program not named" : "Program " + look.program();
        String waveform = Words.waveform(look.waveform());
        return waveform == null ? program : program + ", " + waveform;
    }

    public List<ProgramKey> legend() {
        return looks.stream()
                .map(look -> new ProgramKey(kind(looks.indexOf(look)), label(look)))
                .toList();
    }
}

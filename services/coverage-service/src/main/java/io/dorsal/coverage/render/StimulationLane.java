package io.dorsal.coverage.render;

import static io.dorsal.coverage.render.ChartScale.LEFT;

import io.dorsal.model.Span;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.ResponderOutcome.Band;
import io.dorsal.model.trial.Trial;
import java.util.List;

/** Below the pain: when the stimulation was on, by which program, and when nobody knows; with what its greys mean. */
final class StimulationLane {
    /** Where it ends. */
    static final double BOTTOM = 276;

    private static final double HEIGHT = 20;
    private static final double TOP = BOTTOM - HEIGHT;
    private static final double SMALL = 7;
    private static final int PROGRAMS_EXPLAINED_MAX = 4;

    private static final List<String> ON = List.of("#555555", "#8c8c8c", "#b4b4b4");
    private static final String OFF = "fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"0.4\"";
    private static final String UNKNOWN =
            "fill=\"none\" stroke=\"#777777\" stroke-width=\"0.6\" stroke-dasharray=\"2 2\"";

    private final Svg svg;
    private final ChartScale scale;
    private final List<Band> bands;
    private final List<String> programs;

    private StimulationLane(Svg svg, ChartScale scale, List<Band> bands) {
        this.svg = svg;
        this.scale = scale;
        this.bands = bands;
        this.programs = bands.stream()
                .filter(Band::on)
                .map(StimulationLane::name)
                .distinct()
                .sorted()
                .toList();
    }

    static void draw(Svg svg, ChartScale scale, Trial trial, ResponderOutcome outcome) {
        StimulationLane lane =
                new StimulationLane(svg, scale, outcome.stimulation().bands());
        svg.text(LEFT - 18, TOP - 6, SMALL, "start", "400", "stimulation");
        trial.devices().forEach(worn -> lane.box(worn.until(outcome.asOf()), UNKNOWN));
        lane.bands.forEach(band -> lane.box(new Span(band.from(), band.to()), lane.fill(band)));
        lane.legend();
    }

    private void box(Span whole, String style) {
        Span span = whole.clippedTo(scale.span());
        if (!span.isEmpty()) {
            svg.box(scale.x(span.from()), TOP, scale.x(span.to()) - scale.x(span.from()), HEIGHT, style);
        }
    }

    private String fill(Band band) {
        return band.on() ? fill(programs.indexOf(name(band))) : OFF;
    }

    private static String fill(int program) {
        return "fill=\"%s\" stroke=\"none\"".formatted(ON.get(program % ON.size()));
    }

    private void legend() {
        double y = BOTTOM + 22;
        double x = LEFT;
        for (int i = 0; i < programs.size() && i < PROGRAMS_EXPLAINED_MAX; i++) {
            x = key(x, y, fill(i), "on, " + programs.get(i));
        }
        x = key(x, y, OFF, "off");
        key(x, y, UNKNOWN, "not known");
    }

    /** Returns where the next one begins. */
    private double key(double x, double y, String style, String label) {
        svg.box(x, y, 14, 7, style);
        svg.text(x + 18, y + 6, SMALL, "start", "400", label);
        return x + 30 + label.length() * 3.9;
    }

    private static String name(Band band) {
        String program = band.program() == null ? "program not named" : "program " + band.program();
        return band.waveform() == null ? program : program + ", " + band.waveform();
    }
}

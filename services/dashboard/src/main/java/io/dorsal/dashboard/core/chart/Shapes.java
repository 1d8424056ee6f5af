package io.dorsal.dashboard.core.chart;

import java.util.List;

/** The parts a chart is drawn from; coordinates are written numbers of the view box, texts are for reading. */
public final class Shapes {
    private Shapes() {}

    /**
     * One local date from its first instant to the next date's.
     *
     * @param kind CSS class: the window, and {@code missing} for a due day without answer
     */
    public record Column(String x, String width, String middle, String kind, String title) {}

    /** A label under the axis; {@code second} is the number of the trial day or empty. */
    public record Tick(String x, String first, String second) {}

    public record GridLine(String y, String labelY, String label) {}

    /** A horizontal line with its label. */
    public record Level(String y, String labelY, String label) {}

    /** The daily mean of one day. */
    public record Dot(String x, String y, String fromX, String toX, String title) {}

    /** A vertical line at an instant; {@code label} is empty where it would cover another. */
    public record Mark(String x, String labelX, String anchor, String kind, String label) {}

    public record Header(String fromX, String toX, String middle, String label) {}

    /** @param kind CSS class: {@code off}, {@code unassigned}, {@code unknown} or {@code on program-N} */
    public record Box(String x, String width, String kind, String label, String labelX, String title) {}

    /** One day's usage, stacked from below: on, off, unknown. */
    public record UsageBar(
            String x,
            String width,
            String onY,
            String onHeight,
            String offY,
            String offHeight,
            String unknownY,
            String unknownHeight,
            String title) {}

    public record Flag(String x, String title) {}

    /**
     * What was taken on one day, one piece per opioid from the foot up.
     *
     * @param label the total, with a plus sign when something taken has no MME; empty where there is no room
     */
    public record DoseBar(List<DosePiece> pieces, String middle, String labelY, String label, String title) {}

    /** @param kind which look of the legend */
    public record DosePiece(String x, String width, String y, String height, String kind) {}

    /** The mean of a window across its dates. */
    public record WindowLine(String fromX, String toX, String y) {}

    /** One opioid in the legend; {@code kind} as in {@link DosePiece}. */
    public record DoseKey(String kind, String label) {}

    /** One program in the legend; {@code kind} as in {@link Box}. */
    public record ProgramKey(String kind, String label) {}
}

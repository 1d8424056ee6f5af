package io.dorsal.dashboard.core.chart;

/**
 * The measures of a chart in the units of its view box. A phone gets a frame of its own: a wide chart made small would
 * have letters too small to read.
 */
public record Frame(String name, int width, int left, int right, int painHeight, int labelGap) {
    public static final Frame WIDE = new Frame("wide", 1000, 40, 16, 270, 58);
    public static final Frame NARROW = new Frame("narrow", 380, 26, 6, 220, 56);

    private static final int HEADER = 54;
    private static final int LANE_GAP = 34;
    private static final int LANE_HEIGHT = 24;
    private static final int USAGE_HEIGHT = 64;
    private static final int AXIS = 42;
    private static final int DOSE_HEIGHT = 210;

    /** The top of the usage panel, as short as the margin asks. */
    public String fullLabel() {
        return left < 40 ? "all" : "100\u00a0%";
    }

    public int plotWidth() {
        return width - left - right;
    }

    public int plotRight() {
        return width - right;
    }

    public int painTop() {
        return HEADER;
    }

    public int painBottom() {
        return HEADER + painHeight;
    }

    public int laneTop() {
        return painBottom() + LANE_GAP;
    }

    public int laneHeight() {
        return LANE_HEIGHT;
    }

    public int usageTop() {
        return laneTop() + LANE_HEIGHT + LANE_GAP;
    }

    public int usageBottom() {
        return usageTop() + USAGE_HEIGHT;
    }

    public int usageHeight() {
        return USAGE_HEIGHT;
    }

    /** The foot of the opioid chart, which has one panel under the same head. */
    public int doseBottom() {
        return HEADER + DOSE_HEIGHT;
    }

    public int doseHeight() {
        return DOSE_HEIGHT;
    }

    public int doseViewHeight() {
        return doseBottom() + AXIS;
    }

    public int height() {
        return usageBottom() + AXIS;
    }
}

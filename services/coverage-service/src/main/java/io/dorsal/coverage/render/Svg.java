package io.dorsal.coverage.render;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A drawing in the making: shapes in black, grey and white only. */
final class Svg {
    private final StringBuilder out = new StringBuilder(16_384);
    private final int width;
    private final int height;

    Svg(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        out.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>"
                .formatted(number(x1), number(y1), number(x2), number(y2), style));
        return this;
    }

    Svg box(double x, double y, double w, double h, String style) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>"
                .formatted(number(x), number(y), number(Math.max(0.3, w)), number(Math.max(0, h)), style));
        return this;
    }

    Svg dot(double x, double y, double radius, String style) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>".formatted(number(x), number(y), number(radius), style));
        return this;
    }

    /** @param anchor start, middle or end */
    Svg text(double x, double y, double size, String anchor, String weight, String text) {
        out.append(
                "<text x=\"%s\" y=\"%s\" font-family=\"Packet\" font-size=\"%s\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>"
                        .formatted(number(x), number(y), number(size), anchor, weight, escaped(text)));
        return this;
    }

    /** @param described what a reader who cannot see it is told */
    String drawn(String described) {
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%spt\" height=\"%spt\" viewBox=\"0 0 %s %s\" role=\"img\""
                        + " alt=\"%s\">%s</svg>")
                .formatted(width, height, width, height, escaped(described), out);
    }

    private static String number(double coordinate) {
        return BigDecimal.valueOf(coordinate)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

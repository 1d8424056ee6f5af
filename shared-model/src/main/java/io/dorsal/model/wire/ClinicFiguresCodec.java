package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Rational;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.Rate;
import io.dorsal.model.figures.ClinicFigures.Spread;
import io.dorsal.model.figures.Published;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A clinic's figures, record to JSON: the answer of {@code GET /api/clinics/{clinic}/figures}. */
public final class ClinicFiguresCodec {
    private static final int PERCENT = 100;

    private ClinicFiguresCodec() {}

    public static ObjectNode node(ClinicFigures figures) {
        ObjectNode node = Json.object()
                .put("definition", figures.definition())
                .put("view", figures.view().word())
                .put("notice", notice(figures.view()))
                .put("clinic", text(figures.clinic()))
                .put("from", text(figures.from()))
                .put("to", text(figures.to()))
                .put("asOf", figures.asOf().toString());
        each(node, "figures", figures.figures(), ClinicFiguresCodec::figure);
        return node;
    }

    private static String notice(ClinicFigures.View view) {
        return switch (view) {
            case CLINIC -> "For the clinic's own screen: it may hold numbers of fewer than 11 patients.";
            case EXPORT ->
                "Numbers of fewer than 11 patients are suppressed. Two exports of overlapping periods, or of a clinic and"
                        + " of all clinics, can be subtracted from each other: hand a recipient only one of them.";
        };
    }

    private static void figure(Figure figure, ObjectNode out) {
        out.put("figure", figure.name().word()).put("definition", figure.definition());
        group(figure.overall(), out.putObject("overall"));
        each(out, "breakdowns", figure.breakdowns(), ClinicFiguresCodec::breakdown);
        each(out, "published", figure.published(), ClinicFiguresCodec::published);
    }

    private static void breakdown(Breakdown breakdown, ObjectNode out) {
        out.put("by", breakdown.by().word());
        each(out, "groups", breakdown.groups(), ClinicFiguresCodec::group);
    }

    private static void group(Group group, ObjectNode out) {
        Long count = group.count();
        out.put("group", group.label()).put("count", count).put("suppressed", count == null);
        each(out, "parts", group.parts(), (part, node) -> part(part, count, node));
        each(out, "rates", group.rates(), ClinicFiguresCodec::rate);
        Spread spread = group.spread();
        if (spread != null) {
            ObjectNode days = out.putObject("days").put("count", spread.count());
            quantile("lowerQuartile", spread.lowerQuartile(), days);
            quantile("median", spread.median(), days);
            quantile("upperQuartile", spread.upperQuartile(), days);
        }
    }

    private static void part(Part part, @Nullable Long of, ObjectNode out) {
        out.put("part", part.label());
        share(part.count(), of == null ? 0 : of, out);
    }

    private static void rate(Rate rate, ObjectNode out) {
        out.put("rate", rate.name());
        share(rate.numerator(), rate.denominator(), out);
    }

    /** A share of nothing has no value. */
    private static void share(long numerator, long denominator, ObjectNode out) {
        out.put("numerator", numerator).put("denominator", denominator);
        Rational share = denominator == 0 ? null : Rational.of(numerator, denominator);
        out.put("percent", share == null ? null : share.times(PERCENT).onWire())
                .put("exact", share == null ? null : share.toString());
    }

    private static void quantile(String name, Rational days, ObjectNode out) {
        out.putObject(name).put("days", days.onWire()).put("exact", days.toString());
    }

    private static void published(Published published, ObjectNode out) {
        out.put("study", published.study())
                .put("citation", published.citation())
                .put("statement", published.statement());
        each(
                out,
                "values",
                published.values(),
                (value, node) -> node.put("arm", value.arm()).put("percent", value.percent()));
        out.put("numerator", published.numerator())
                .put("denominator", published.denominator())
                .put("ofWhom", published.ofWhom());
    }

    private static <T> void each(ObjectNode node, String field, Iterable<T> items, BiConsumer<T, ObjectNode> write) {
        ArrayNode array = node.putArray(field);
        items.forEach(item -> write.accept(item, array.addObject()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

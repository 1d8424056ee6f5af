package io.dorsal.model.wire;

import io.dorsal.model.ClinicId;
import io.dorsal.model.Malformed;
import io.dorsal.model.Rational;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.Rate;
import io.dorsal.model.figures.ClinicFigures.Spread;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import io.dorsal.model.figures.Published;
import java.util.List;

/** A clinic's figures, JSON to record, for those who show them. Shares are computed again from what they are of. */
public final class ClinicFiguresReader {
    private static final int WORD_LENGTH_MAX = 160;
    private static final int TEXT_LENGTH_MAX = 4_096;
    private static final int ITEMS_MAX = 10_000;

    private ClinicFiguresReader() {}

    /**
     * Parses the answer of {@code GET /api/clinics/{clinic}/figures}.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static ClinicFigures parse(byte[] answer) {
        JsonFields f = JsonFields.of(Json.parse(answer));
        return new ClinicFigures(
                word(f, "definition"),
                f.oneOf("view", ClinicFigures.View.class),
                f.optional("clinic", name -> f.id(name, ClinicId::new)),
                f.optional("from", f::date),
                f.optional("to", f::date),
                f.instant("asOf"),
                f.list("figures", ITEMS_MAX, ClinicFiguresReader::figure));
    }

    private static Figure figure(JsonFields f) {
        FigureName name = f.oneOf("figure", FigureName.class);
        return new Figure(
                name,
                text(f, "definition"),
                f.object("overall", ClinicFiguresReader::group),
                f.list("breakdowns", ITEMS_MAX, ClinicFiguresReader::breakdown),
                f.list("published", ITEMS_MAX, published -> published(name, published)));
    }

    private static Breakdown breakdown(JsonFields f) {
        return new Breakdown(f.oneOf("by", Dimension.class), f.list("groups", ITEMS_MAX, ClinicFiguresReader::group));
    }

    private static Group group(JsonFields f) {
        return new Group(
                f.optional("group", name -> word(f, name)),
                f.optional("count", f::counter),
                f.list("parts", ITEMS_MAX, part -> new Part(word(part, "part"), part.counter("numerator"))),
                f.list(
                        "rates",
                        ITEMS_MAX,
                        rate -> new Rate(word(rate, "rate"), rate.counter("numerator"), rate.counter("denominator"))),
                f.optional("days", name -> f.object(name, ClinicFiguresReader::spread)));
    }

    private static Spread spread(JsonFields f) {
        return new Spread(f.counter("count"), exact("lowerQuartile", f), exact("median", f), exact("upperQuartile", f));
    }

    private static Rational exact(String days, JsonFields f) {
        return f.object(days, quantile -> quantile.fraction("exact"));
    }

    /**
     * Parses a file of published results, each with the name of its figure.
     *
     * @throws Malformed naming reason, field and what was expected
     */
    public static List<Published> publishedResults(byte[] file) {
        return JsonFields.of(Json.parse(file))
                .list("results", ITEMS_MAX, f -> published(f.oneOf("figure", FigureName.class), f));
    }

    private static Published published(FigureName figure, JsonFields f) {
        return new Published(
                figure,
                word(f, "study"),
                f.optional("citation", name -> word(f, name)),
                text(f, "statement"),
                f.list("values", ITEMS_MAX, ClinicFiguresReader::value),
                f.optional("numerator", f::counter),
                f.optional("denominator", f::counter),
                word(f, "ofWhom"));
    }

    private static Published.Value value(JsonFields f) {
        return new Published.Value(f.optional("arm", name -> word(f, name)), f.decimal("percent", 0, 100));
    }

    private static String word(JsonFields f, String field) {
        return f.text(field, WORD_LENGTH_MAX);
    }

    private static String text(JsonFields f, String field) {
        return f.text(field, TEXT_LENGTH_MAX);
    }
}

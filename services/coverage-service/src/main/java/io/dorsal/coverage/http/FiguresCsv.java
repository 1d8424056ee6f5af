package io.dorsal.coverage.http;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.dorsal.model.Rational;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.Rate;
import io.dorsal.model.figures.ClinicFigures.Spread;
import io.dorsal.model.figures.Published;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures as lines: one for each number, with what it is of. */
final class FiguresCsv {
    static final String MEDIA_TYPE = "text/csv";

    private static final CsvMapper MAPPER = new CsvMapper();
    private static final CsvSchema SCHEMA = CsvSchema.builder()
            .addColumn("definition")
            .addColumn("clinic")
            .addColumn("from")
            .addColumn("to")
            .addColumn("asOf")
            .addColumn("figure")
            .addColumn("by")
            .addColumn("group")
            .addColumn("number")
            .addColumn("label")
            .addColumn("value")
            .addColumn("of")
            .addColumn("percent")
            .addColumn("exact")
            .addColumn("suppressed")
            .setUseHeader(true)
            .build();
    private static final String COUNT = "count";
    private static final int PERCENT = 100;

    private final ClinicFigures figures;
    private final SequenceWriter lines;

    private FiguresCsv(ClinicFigures figures, SequenceWriter lines) {
        this.figures = figures;
        this.lines = lines;
    }

    static byte[] of(ClinicFigures figures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SequenceWriter lines = MAPPER.writer(SCHEMA).writeValues(out)) {
            FiguresCsv csv = new FiguresCsv(figures, lines);
            for (Figure figure : figures.figures()) {
                csv.write(figure);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    private void write(Figure figure) throws IOException {
        write(figure, "overall", figure.overall());
        for (Breakdown breakdown : figure.breakdowns()) {
            for (Group group : breakdown.groups()) {
                write(figure, breakdown.by().word(), group);
            }
        }
        for (Published published : figure.published()) {
            write(published);
        }
    }

    private void write(Published published) throws IOException {
        String study = Stream.of(published.study(), published.citation())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        Place place = new Place(published.figure().word(), "published", study);
        String percents = published.values().stream()
                .map(value -> value.percent().toPlainString())
                .collect(Collectors.joining("; "));
        String label = "%s (of: %s)".formatted(published.statement(), published.ofWhom());
        write(
                place,
                "published",
                label,
                text(published.numerator()),
                new Share(published.denominator(), percents, null));
    }

    private void write(Figure figure, String by, Group group) throws IOException {
        Place place = new Place(figure.name().word(), by, group.label() == null ? "" : group.label());
        Long count = group.count();
        line(place, COUNT, "", count, null);
        for (Part part : group.parts()) {
            line(place, "part", part.label(), part.count(), count);
        }
        for (Rate rate : group.rates()) {
            line(place, "rate", rate.name(), rate.numerator(), rate.denominator());
        }
        Spread spread = group.spread();
        if (spread != null) {
            days(place, "lower-quartile", spread.lowerQuartile(), spread.count());
            days(place, "median", spread.median(), spread.count());
            days(place, "upper-quartile", spread.upperQuartile(), spread.count());
        }
    }

    private record Place(String figure, String by, String group) {}

    /** A share of nothing has no value. */
    private void line(Place place, String number, String label, @Nullable Long value, @Nullable Long of)
            throws IOException {
        Rational share = value == null || of == null || of == 0 ? null : Rational.of(value, of);
        String percent = share == null ? null : share.times(PERCENT).onWire().toPlainString();
        write(place, number, label, text(value), new Share(of, percent, text(share)));
    }

    private void days(Place place, String label, Rational days, long of) throws IOException {
        write(place, "days", label, days.onWire().toPlainString(), new Share(of, null, text(days)));
    }

    /** What a number is of, and what that makes. */
    private record Share(
            @Nullable Long of,
            @Nullable String percent,
            @Nullable String exact) {}

    private void write(Place place, String number, String label, @Nullable String value, Share share)
            throws IOException {
        lines.write(Arrays.asList(
                figures.definition(),
                text(figures.clinic()),
                text(figures.from()),
                text(figures.to()),
                text(figures.asOf()),
                place.figure(),
                place.by(),
                harmless(place.group()),
                number,
                harmless(label),
                value,
                share.of(),
                share.percent(),
                share.exact(),
                value == null && number.equals(COUNT)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    // A spreadsheet would compute what begins so; groups and parts are partly words of payers.
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

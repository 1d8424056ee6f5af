package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.clinic.FigureSource.Asked;
import io.dorsal.dashboard.core.clinic.FiguresPage;
import io.dorsal.model.figures.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures with the addresses of their links.
 *
 * @param page null when there is none
 * @param because why there is none, as a clause; empty otherwise
 * @param by what the figures are broken down by
 */
public record FiguresView(
        @Nullable FiguresPage page, String because, SortedSet<String> clinics, Asked asked, Dimension by) {

    /** One way of breaking down. */
    public record Choice(String word, boolean chosen) {}

    public List<Choice> dimensions() {
        return Arrays.stream(Dimension.values())
                .map(each -> new Choice(each.word(), each == by))
                .toList();
    }

    public String from() {
        return asked.from() == null ? "" : asked.from().toString();
    }

    public String to() {
        return asked.to() == null ? "" : asked.to().toString();
    }

    /** A clinic is no narrowing: the page opens on one. */
    public boolean isNarrowed() {
        return asked.from() != null || asked.to() != null;
    }

    /** Of the export, which is coarser where cells are small; it is made for one clinic. */
    public @Nullable String exportAddress() {
        String period = Stream.of(parameter("from", from()), parameter("to", to()))
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
        return asked.clinic().isEmpty()
                ? null
                : "/api/clinics/%s/figures.csv%s"
                        .formatted(Parameter.encoded(asked.clinic()), period.isEmpty() ? "" : "?" + period);
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + Parameter.encoded(value);
    }

    public String summary() {
        return page == null ? "The figures could not be had" : page.summary();
    }
}

package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.clinic.FigureSource;
import io.dorsal.dashboard.core.clinic.FigureSource.Asked;
import io.dorsal.dashboard.core.clinic.FiguresPage;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.Dimension;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /figures}: what came of a clinic's trials. */
@Path("/figures")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FiguresPages {
    private final Board board;
    private final FigureSource figures;
    private final Clock clock = Clock.systemUTC();

    /** The template, checked when the module is built. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance figures(FiguresView view, Notice notice);
    }

    public FiguresPages(Board board, FigureSource figures) {
        this.board = board;
        this.figures = figures;
    }

    /**
     * Without a word about the clinic the largest is meant, since of all together only what may leave them is told; that
     * is asked for by an empty word.
     */
    @GET
    public Response figures(
            @QueryParam("clinic") @Nullable String clinic,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("by") @Nullable String by,
            @Context UriInfo uri) {
        NavigableMap<String, Long> clinics = clinics();
        return clinics.isEmpty() || uri.getQueryParameters().containsKey("clinic")
                ? Response.ok(page(clinic, from, to, by)).build()
                : SeeOther.to(ofClinic(largest(clinics), uri.getRequestUri().getRawQuery()));
    }

    private static String largest(NavigableMap<String, Long> clinics) {
        return Collections.max(clinics.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private static String ofClinic(String clinic, @Nullable String query) {
        return "/figures?clinic=" + Parameter.encoded(clinic) + (query == null ? "" : "&" + query);
    }

    private TemplateInstance page(
            @Nullable String clinic, @Nullable String from, @Nullable String to, @Nullable String by) {
        Notice notice = Notice.of(board.freshness(), Times.minute(clock.instant(), ZoneId.of("UTC")));
        String chosen = clinic == null ? "" : Parameter.bounded(clinic);
        Dimension dimension = dimension(by);
        try {
            Asked asked = new Asked(chosen, date(from), date(to));
            return Templates.figures(view(asked, dimension), notice);
        } catch (DateTimeParseException e) {
            return Templates.figures(
                    view(new Asked(chosen, null, null), dimension),
                    notice.saying(
                            "The period was not understood: expected dates such as 2026-03-01. Shown are all trials."));
        }
    }

    private FiguresView view(Asked asked, Dimension by) {
        Answer<ClinicFigures> answer = figures.ask(asked);
        return switch (answer) {
            case Found<ClinicFigures> found ->
                new FiguresView(FiguresPage.of(found.value(), by), "", clinics().navigableKeySet(), asked, by);
            case Unknown<ClinicFigures> unknown ->
                new FiguresView(null, "it knows of none", clinics().navigableKeySet(), asked, by);
            case Unavailable<ClinicFigures> unavailable ->
                new FiguresView(null, unavailable.because(), clinics().navigableKeySet(), asked, by);
        };
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    }

    private static Dimension dimension(@Nullable String word) {
        return Arrays.stream(Dimension.values())
                .filter(by -> by.word().equals(word))
                .findFirst()
                .orElse(Dimension.THERAPY);
    }

    /** How many trials of each are on the board. */
    private NavigableMap<String, Long> clinics() {
        return board.trials().stream()
                .collect(Collectors.groupingBy(
                        listed -> listed.trial().clinic().value(), TreeMap::new, Collectors.counting()));
    }
}

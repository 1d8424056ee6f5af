package io.dorsal.dashboard;

import io.dorsal.model.ClinicId;
import io.dorsal.model.Rational;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.Breakdown;
import io.dorsal.model.figures.ClinicFigures.Figure;
import io.dorsal.model.figures.ClinicFigures.Group;
import io.dorsal.model.figures.ClinicFigures.Part;
import io.dorsal.model.figures.ClinicFigures.Rate;
import io.dorsal.model.figures.ClinicFigures.Spread;
import io.dorsal.model.figures.ClinicFigures.View;
import io.dorsal.model.figures.Dimension;
import io.dorsal.model.figures.FigureName;
import io.dorsal.model.figures.Published;
import io.dorsal.model.wire.ClinicFiguresCodec;
import io.dorsal.model.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of a small clinic: two therapies, a median, a figure of nothing, and one that is suppressed. */
public final class SampleFigures {
    private SampleFigures() {}

    public static ClinicFigures of(@Nullable String clinic) {
        return new ClinicFigures(
                "clinic-figures/1",
                clinic == null ? View.EXPORT : View.CLINIC,
                clinic == null ? null : new ClinicId(clinic),
                null,
                null,
                Instant.parse("2026-03-20T12:00:00Z"),
                List.of(
                        figure(FigureName.TRIALS_ENDED, group(null, 30L)),
                        figure(
                                FigureName.OUTCOMES,
                                responders(null, 20, 10),
                                List.of(responders("SCS", 19, 6), responders("PNS", 1, 4)),
                                List.of(new Published(
                                        FigureName.OUTCOMES,
                                        "SENZA-RCT",
                                        "Anesthesiology 2015;123:851",
                                        "84.5 % vs 43.8 %",
                                        List.of(new Published.Value("10 kHz", new BigDecimal("84.5"))),
                                        null,
                                        171L,
                                        "implanted"))),
                        figure(
                                FigureName.DAYS_TO_DECISION,
                                new Group(
                                        null,
                                        7L,
                                        List.of(),
                                        List.of(),
                                        new Spread(7, Rational.of(2), Rational.of(7, 2), Rational.of(6)))),
                        figure(
                                FigureName.DIARY,
                                new Group(null, 30L, List.of(), List.of(new Rate("answered-days", 301, 420)), null)),
                        figure(FigureName.DENIAL_REASONS, group(null, 0L)),
                        figure(FigureName.TURNAROUND, group(null, null))));
    }

    static byte[] answer(@Nullable String clinic) {
        return Json.bytes(ClinicFiguresCodec.node(of(clinic)));
    }

    private static Figure figure(FigureName name, Group overall) {
        return figure(name, overall, List.of(), List.of());
    }

    private static Figure figure(FigureName name, Group overall, List<Group> therapies, List<Published> published) {
        return new Figure(
                name, "What is counted.", overall, List.of(new Breakdown(Dimension.THERAPY, therapies)), published);
    }

    private static Group responders(@Nullable String label, long yes, long no) {
        return new Group(
                label, yes + no, List.of(new Part("RESPONDER", yes), new Part("NON_RESPONDER", no)), List.of(), null);
    }

    private static Group group(@Nullable String label, @Nullable Long count) {
        return new Group(label, count, List.of(), List.of(), null);
    }
}

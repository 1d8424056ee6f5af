package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.clinic.FigureSource;
import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.wire.ClinicFiguresReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks coverage-service for figures. */
@ApplicationScoped
public class AskedFigures implements FigureSource {
    private final FrontDoor door;

    AskedFigures(FrontDoor door) {
        this.door = door;
    }

    @Override
    public Answer<ClinicFigures> ask(Asked asked) {
        return asked.clinic().isEmpty()
                ? door.ask("figures", query(asked), ClinicFiguresReader::parse)
                : door.ask(
                        "clinics",
                        "/" + segment(asked.clinic()) + "/figures" + query(asked),
                        ClinicFiguresReader::parse);
    }

    private static String query(Asked asked) {
        List<String> parameters = Stream.of(
                        asked.from() == null ? null : "from=" + asked.from(),
                        asked.to() == null ? null : "to=" + asked.to())
                .filter(Objects::nonNull)
                .toList();
        return parameters.isEmpty() ? "" : parameters.stream().collect(Collectors.joining("&", "?", ""));
    }

    private static String segment(String clinic) {
        return URLEncoder.encode(clinic, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

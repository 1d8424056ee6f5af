package io.dorsal.dashboard.core.opioid;

import io.dorsal.dashboard.core.OpioidWords;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.chart.Frame;
import io.dorsal.dashboard.core.chart.OpioidChart;
import io.dorsal.dashboard.core.chart.Shapes.DoseKey;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidOutcome.Change;
import io.dorsal.model.outcome.OpioidOutcome.Day;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page says of one opioid outcome.
 *
 * @param sign names the sign beside the status; its form tells the statuses apart, never its colour alone
 * @param change of what was taken, baseline to trial
 * @param reached every mark with whether it was reached; empty when there is no percentage
 * @param hasIntake whether anything about taking was reported
 * @param hasPrescription whether any day has a known regimen
 * @param charts one per frame, the same content; empty when there is nothing to draw
 */
public record OpioidPart(
        String status,
        String sign,
        String why,
        String asOf,
        boolean complete,
        String change,
        String changeNote,
        List<Mark> reached,
        boolean hasIntake,
        boolean hasPrescription,
        List<FigureRow> figures,
        List<OpioidChart> charts,
        String chartDescription,
        List<DoseKey> drugs,
        OpioidTables tables,
        String definition,
        String factorSet,
        String citation,
        String drugTable) {

    /** One step of reduction, and whether the trial reached it. */
    public record Mark(String label, boolean reached) {}

    public static OpioidPart of(Trial trial, OpioidOutcome o) {
        Change change = o.taken().change();
        Rational percent = change == null ? null : change.percent();
        LocalDate open = o.complete() ? null : trial.days().dateOf(o.asOf());
        boolean hasIntake = o.days().stream().anyMatch(Day::known);
        boolean hasPrescription = o.days().stream().anyMatch(day -> day.prescribed() != null);
        return new OpioidPart(
                o.reason() == OpioidReason.NO_INTAKE_REPORTED
                        ? "No intake was reported"
                        : OpioidWords.status(o.status()),
                o.status().word().toLowerCase(Locale.ROOT).replace('_', '-'),
                why(o),
                Times.minute(o.asOf(), trial.timezone()),
                o.complete(),
                NumberText.comparedChange(percent),
                direction(percent),
                marks(change),
                hasIntake,
                hasPrescription,
                FigureRow.of(o, open),
                hasIntake || hasPrescription ? charts(trial, o) : List.of(),
                description(o),
                OpioidChart.legend(o),
                OpioidTables.of(o, open),
                o.definition(),
                o.factorSet(),
                OpioidWords.citation(o.factorSet()),
                o.drugTable());
    }

    private static List<OpioidChart> charts(Trial trial, OpioidOutcome o) {
        return Stream.of(Frame.WIDE, Frame.NARROW)
                .map(frame -> OpioidChart.of(trial, o, frame))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String why(OpioidOutcome o) {
        OpioidReason reason = o.reason();
        Change change = o.taken().change();
        boolean partial = change != null && change.partial();
        String rest = partial ? " Some days hold a drug that has no MME: the figures are of the rest." : "";
        return reason != null
                ? OpioidWords.because(reason, o) + rest
                : "Taken: from %s MME per day at baseline to %s in the trial.%s"
                        .formatted(
                                NumberText.mean(o.taken().baseline().mean()),
                                NumberText.mean(o.taken().trial().mean()),
                                rest);
    }

    private static String direction(@Nullable Rational percent) {
        if (percent == null) {
            return "no change is stated";
        }
        return percent.signum() == 0
                ? "taken in the trial as at baseline"
                : "taken in the trial: %s than at baseline".formatted(percent.signum() < 0 ? "less" : "more");
    }

    private static List<Mark> marks(@Nullable Change change) {
        return change == null || change.percent() == null
                ? List.of()
                : Arrays.stream(Reduction.values())
                        .map(step -> new Mark(
                                OpioidWords.reduction(step), change.reached().contains(step)))
                        .toList();
    }

    private static String description(OpioidOutcome o) {
        return "Opioids in MME per day. Taken: baseline mean %s on %d of %d known days, trial mean %s on %d of %d. "
                        .formatted(
                                NumberText.mean(o.taken().baseline().mean()),
                                o.taken().baseline().knownDays(),
                                o.taken().baseline().days(),
                                NumberText.mean(o.taken().trial().mean()),
                                o.taken().trial().knownDays(),
                                o.taken().trial().days())
                + "Prescribed is a line of its own. Every value is in the table below the chart.";
    }
}

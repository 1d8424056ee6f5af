package io.dorsal.dashboard.core.function;

import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.TrialRow;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Impression;
import io.dorsal.model.outcome.HolisticReason;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Trial;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page says of function and the holistic response.
 *
 * @param sign names the sign beside the status
 * @param cumulative the sum of improvement in MCIDs over the impaired domains; a dash without a verdict
 * @param impression the patient's own word of change; empty when nobody asked
 * @param missing what the status waits for
 */
public record FunctionPart(
        String status,
        String sign,
        String why,
        String cumulative,
        List<DomainRow> domains,
        String impression,
        List<String> missing,
        String definition) {
    private static final int SCORE_PLACES = 2;

    public static FunctionPart of(Trial trial, HolisticOutcome o) {
        ZoneId zone = trial.timezone();
        return new FunctionPart(
                FunctionWords.status(o.status()),
                TrialRow.shape(o.status()),
                why(o),
                NumberText.truncated(o.cumulativeScore(), SCORE_PLACES),
                o.domains().stream().map(change -> DomainRow.of(change, zone)).toList(),
                impression(o.pgic(), zone),
                o.missing().stream()
                        .map(lack -> "%s: %s"
                                .formatted(FunctionWords.domain(lack.instrument()), FunctionWords.side(lack.what())))
                        .toList(),
                o.definition());
    }

    private static String why(HolisticOutcome o) {
        HolisticReason reason = o.reason();
        if (reason != null) {
            return FunctionWords.because(reason);
        }
        long impaired = o.domains().stream()
                .filter(domain -> Boolean.TRUE.equals(domain.impaired()))
                .count();
        return switch (o.status()) {
            case RESPONDER ->
                impaired == 1
                        ? "The one domain that was impaired at baseline improved by at least one MCID."
                        : "Each of the %d domains that were impaired at baseline improved by at least one MCID."
                                .formatted(impaired);
            case NON_RESPONDER -> "Not every domain that was impaired at baseline improved by at least one MCID.";
            case UNDETERMINED, NOT_EVALUABLE -> "";
        };
    }

    private static String impression(@Nullable Impression pgic, ZoneId zone) {
        return pgic == null
                ? ""
                : "%s of 7, %s, on %s"
                        .formatted(
                                NumberText.plain(pgic.score()),
                                FunctionWords.direction(pgic.direction()),
                                Times.date(pgic.at().atZone(zone).toLocalDate()));
    }
}

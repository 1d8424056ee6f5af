package io.dorsal.dashboard.core.function;

import io.dorsal.dashboard.core.Times;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.HolisticOutcome.Score;
import io.dorsal.model.presentation.NumberText;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One domain of function.
 *
 * @param baselineNote when it was answered; for pain that it is a mean
 * @param improvement in points of the scale, with a plus sign when better
 * @param impaired whether it was at baseline, and so whether it counts
 * @param verdict whether the improvement reaches one MCID; empty when that is not known
 * @param isReached by one MCID in a domain that was impaired
 */
public record DomainRow(
        String name,
        String impaired,
        String baseline,
        String baselineNote,
        String trial,
        String trialNote,
        String improvement,
        String mcid,
        String mcids,
        String verdict,
        boolean isReached) {
    private static final int MCIDS_PLACES = 2;

    static DomainRow of(Change change, ZoneId zone) {
        int places = FunctionWords.places(change.instrument());
        Rational improvement = change.improvement();
        boolean impaired = Boolean.TRUE.equals(change.impaired());
        boolean one = change.mcids() != null && Rational.of(1).isAtMost(change.mcids());
        return new DomainRow(
                FunctionWords.domain(change.instrument()),
                impaired(change.impaired()),
                score(change.baseline(), places),
                note(change.baseline(), zone),
                score(change.trial(), places),
                note(change.trial(), zone),
                NumberText.difference(improvement, places),
                NumberText.rounded(change.mcid(), places),
                NumberText.truncated(change.mcids(), MCIDS_PLACES),
                change.mcids() == null ? "" : one ? "reached" : "not reached",
                one && impaired);
    }

    private static String score(@Nullable Score score, int places) {
        return score == null ? "missing" : NumberText.rounded(score.score(), places);
    }

    private static String note(@Nullable Score score, ZoneId zone) {
        if (score == null) {
            return "";
        }
        return score.at() == null
                ? "diary mean"
                : Times.shortDate(score.at().atZone(zone).toLocalDate());
    }

    private static String impaired(@Nullable Boolean impaired) {
        if (impaired == null) {
            return "no baseline";
        }
        return impaired ? "impaired at baseline" : "not impaired, does not count";
    }
}

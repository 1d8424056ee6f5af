package io.dorsal.dashboard.core.worklist;

import io.dorsal.dashboard.core.Listed;
import io.dorsal.dashboard.core.TrialRow;
import io.dorsal.dashboard.core.coverage.CoverageWords;
import io.dorsal.dashboard.core.coverage.MissingLines;
import io.dorsal.dashboard.core.coverage.TimeLeft;
import io.dorsal.dashboard.core.worklist.Worklist.Item;
import io.dorsal.model.outcome.CoverageResult;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trial in the worklist.
 *
 * @param subject the trial's id while the list of trials does not know it
 * @param stands where the trial stands in its calendar; empty while that is not known
 * @param sign names the sign beside the result
 * @param source what to check since only a summary was read; empty otherwise
 * @param soon lines that end within {@link TimeLeft#SOON}
 * @param later the other ones
 * @param zone of the trial, which all its times are in
 */
public record Entry(
        String trial,
        String subject,
        String clinic,
        String stands,
        String policy,
        String result,
        String sign,
        String source,
        List<MissingLines> soon,
        List<MissingLines> later,
        String zone) {

    /** @param known what the list of trials knows; null when it does not know the trial yet */
    static Entry of(Item item, @Nullable Listed known, Instant now) {
        ZoneId zone = known == null ? ZoneId.of("UTC") : known.trial().timezone();
        TrialRow row = known == null ? null : TrialRow.of(known, now);
        CoverageResult result = item.result();
        List<MissingLines> missing = MissingLines.of(item.missing(), result, zone, now);
        return new Entry(
                item.trial().value(),
                row == null ? item.trial().value() : row.subject(),
                item.clinic(),
                row == null ? "" : row.day(),
                item.policy(),
                result == null ? "No result" : CoverageWords.result(result),
                CoverageWords.sign(result),
                item.sourceStatus() == null ? "" : CoverageWords.source(item.sourceStatus()),
                missing.stream().filter(MissingLines::isSoon).toList(),
                missing.stream().filter(lines -> !lines.isSoon()).toList(),
                zone.getId());
    }

    /** How many lines are not for today. */
    public int laterCount() {
        return later.stream().mapToInt(lines -> lines.lines().size()).sum();
    }
}

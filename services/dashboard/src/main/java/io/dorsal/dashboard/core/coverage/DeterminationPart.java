package io.dorsal.dashboard.core.coverage;

import io.dorsal.dashboard.core.Times;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CriterionResult;
import io.dorsal.model.outcome.NoCoverageResult;
import io.dorsal.model.outcome.SourceStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page says of one trial under one policy.
 *
 * @param version empty when none is in force
 * @param isJudged false when the policy gives no result: it is about something else, or not in force
 * @param sign names the sign beside the result
 * @param source what to check since only a summary was read; empty otherwise
 * @param counts how many criteria came to each result; empty where there is no criterion
 * @param missing least time left first; empty when nothing is
 */
public record DeterminationPart(
        String policy,
        String version,
        boolean isJudged,
        String result,
        String sign,
        String meaning,
        String explanation,
        String source,
        String asOf,
        List<Count> counts,
        List<FlagRow> flags,
        List<MissingLines> missing,
        List<CriterionRow> criteria) {

    public record Count(String result, String sign, int number) {}

    public record FlagRow(String text, String citation, String source) {}

    static DeterminationPart of(CoverageDetermination d, ZoneId zone, Instant now) {
        return new DeterminationPart(
                d.policy(),
                Objects.requireNonNullElse(d.version(), ""),
                d.result() != null,
                result(d),
                CoverageWords.sign(d.result()),
                meaning(d),
                CoverageWords.sentence(d.explanation()),
                source(d.sourceStatus()),
                Times.minute(d.asOf(), zone),
                counts(d),
                d.flags().stream()
                        .map(flag -> new FlagRow(flag.text(), flag.citation(), source(flag.sourceStatus())))
                        .toList(),
                MissingLines.of(d.missing(), d.result(), zone, now),
                d.criteria().stream()
                        .map(criterion -> CriterionRow.of(criterion, d))
                        .toList());
    }

    static String result(CoverageDetermination d) {
        NoCoverageResult reason = d.reason();
        if (d.result() != null) {
            return CoverageWords.result(d.result());
        }
        return reason == null ? "No result" : CoverageWords.none(reason);
    }

    private static String meaning(CoverageDetermination d) {
        NoCoverageResult reason = d.reason();
        if (d.result() != null) {
            return CoverageWords.meaning(d.result());
        }
        return reason == null ? "" : CoverageWords.meaning(reason);
    }

    static String source(@Nullable SourceStatus status) {
        return status == null ? "" : CoverageWords.source(status);
    }

    /** What no criterion came to is left out. */
    private static List<Count> counts(CoverageDetermination d) {
        return Arrays.stream(CriterionResult.values())
                .map(result -> new Count(CoverageWords.result(result), CoverageWords.sign(result), count(d, result)))
                .filter(count -> count.number() > 0)
                .toList();
    }

    static int count(CoverageDetermination d, CriterionResult result) {
        return (int) d.criteria().stream()
                .filter(criterion -> criterion.result() == result)
                .count();
    }
}

package io.dorsal.dashboard.core.coverage;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.CoverageDetermination.Criterion;
import io.dorsal.model.outcome.CoverageDetermination.Group;
import io.dorsal.model.outcome.CoverageDetermination.Part;
import io.dorsal.model.outcome.CoverageDetermination.ReadFact;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One criterion, judged.
 *
 * @param sign names the sign beside the result
 * @param statedBy the policy that states it; empty when it is the one shown
 * @param source what to check since only a summary was read; empty otherwise
 * @param explanation empty where {@code group} tells the same part by part
 */
public record CriterionRow(
        String id,
        String requirement,
        String citation,
        String kind,
        String statedBy,
        String source,
        String result,
        String sign,
        String explanation,
        @Nullable GroupRow group,
        List<FactRow> facts) {

    /** @param label how many of the parts must be met, such as {@code Any of} */
    public record GroupRow(String label, List<PartRow> parts) {}

    public record PartRow(
            String result,
            String sign,
            String explanation,
            @Nullable GroupRow group) {}

    /** @param value {@code missing} where there is none */
    public record FactRow(String name, String value, String source) {}

    static CriterionRow of(Criterion criterion, CoverageDetermination shown) {
        Group group = criterion.group();
        String here = shown.policy() + " " + shown.version();
        return new CriterionRow(
                criterion.id(),
                criterion.requirement(),
                criterion.citation(),
                CoverageWords.kind(criterion.kind()),
                criterion.policy().equals(here) ? "" : criterion.policy(),
                CoverageWords.source(criterion.sourceStatus()),
                CoverageWords.result(criterion.result()),
                CoverageWords.sign(criterion.result()),
                group == null ? CoverageWords.plain(criterion.explanation(), criterion.facts()) : "",
                group == null ? null : group(group, criterion.facts()),
                criterion.facts().stream().map(CriterionRow::fact).toList());
    }

    private static GroupRow group(Group group, List<ReadFact> facts) {
        return new GroupRow(
                label(group.atLeast()),
                group.parts().stream().map(part -> part(part, facts)).toList());
    }

    private static String label(@Nullable Integer atLeast) {
        if (atLeast == null) {
            return "All of";
        }
        return atLeast == 1 ? "Any of" : "At least %d of".formatted(atLeast);
    }

    private static PartRow part(Part part, List<ReadFact> facts) {
        Group group = part.group();
        return new PartRow(
                CoverageWords.result(part.result()),
                CoverageWords.sign(part.result()),
                group == null ? CoverageWords.plain(part.explanation(), facts) : "",
                group == null ? null : group(group, facts));
    }

    private static FactRow fact(ReadFact fact) {
        return new FactRow(
                CoverageWords.name(fact.name()),
                Objects.requireNonNullElse(fact.value(), "missing"),
                CoverageWords.said(fact.source()));
    }
}

package io.dorsal.dashboard.core.coverage;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page says of one trial's coverage.
 *
 * @param shown under the policy that was picked, else under the trial's own; null when there is none to show
 * @param isOwn whether that is the trial's own
 * @param own the policy that the trial names; empty when it names none
 * @param note what the reader should know about which policy is shown; empty when it is the one expected
 * @param onPublished whether it rests on published outcomes only
 * @param sideBySide under every policy; empty when only one is at hand
 */
public record CoveragePart(
        @Nullable DeterminationPart shown,
        boolean isOwn,
        String own,
        String note,
        boolean onPublished,
        List<PolicyRow> sideBySide) {

    /** @param picked the policy that the reader picked; null for the trial's own */
    public static CoveragePart of(Trial trial, Determinations all, @Nullable String picked, Instant now) {
        String own = trial.coverage().policy();
        Optional<CoverageDetermination> asPicked = Optional.ofNullable(picked).flatMap(all::under);
        Optional<CoverageDetermination> shown =
                asPicked.or(() -> Optional.ofNullable(own).flatMap(all::under));
        return new CoveragePart(
                shown.map(d -> DeterminationPart.of(d, trial.timezone(), now)).orElse(null),
                shown.filter(d -> d.policy().equals(own)).isPresent(),
                Objects.requireNonNullElse(own, ""),
                note(own, picked, asPicked.isPresent(), shown.isPresent()),
                all.onPublished(),
                all.all().size() < 2
                        ? List.of()
                        : PolicyRow.of(
                                all,
                                own,
                                shown.map(CoverageDetermination::policy).orElse(null)));
    }

    private static String note(@Nullable String own, @Nullable String picked, boolean isPicked, boolean isShown) {
        if (picked != null && !isPicked) {
            return "No policy %s is known here.".formatted(picked)
                    + (isShown ? " Shown is the one that the trial names." : "");
        }
        if (isShown) {
            return "";
        }
        return own == null
                ? "The trial names no policy. Pick one below to see what it asks for."
                : "The trial names the policy %s, which is not known here. Pick one below, or correct the trial's document."
                        .formatted(own);
    }
}

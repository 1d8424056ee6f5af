package io.dorsal.dashboard.core.policy;

import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.coverage.CoverageWords;
import io.dorsal.dashboard.core.policy.Policy.Criterion;
import io.dorsal.dashboard.core.policy.Policy.Flag;
import io.dorsal.dashboard.core.policy.Policy.Version;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.outcome.Supplier;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy, in sentences.
 *
 * @param inForce from when to when, such as {@code in force from 1 Jul 2021}
 * @param isInForce today
 * @param source whether the text itself was read
 * @param check empty where the text itself was read
 * @param scope what it is about; null when it applies to every trial
 * @param text the file as it was read; empty in a list
 */
public record VersionPart(
        String version,
        String payer,
        String document,
        String jurisdiction,
        String inForce,
        boolean isInForce,
        String source,
        String check,
        @Nullable Sentence scope,
        List<String> includes,
        List<Sentence> criteria,
        List<Note> flags,
        String text) {

    /**
     * A criterion as one reads it aloud.
     *
     * @param restsOn what answers it, and who supplies that
     * @param statedBy the policy that states it; empty when it is this one
     */
    public record Sentence(
            String id, String requirement, String restsOn, String citation, String statedBy, String check) {}

    public record Note(String text, String citation, String check) {}

    static VersionPart of(String id, Version v, LocalDate today) {
        LocalDate to = v.effectiveTo();
        String here = id + " " + v.version();
        return new VersionPart(
                v.version(),
                v.payer(),
                v.document(),
                v.jurisdiction(),
                to == null
                        ? "from %s".formatted(Times.day(v.effectiveFrom()))
                        : "from %s to %s".formatted(Times.day(v.effectiveFrom()), Times.day(to)),
                !v.effectiveFrom().isAfter(today) && (to == null || !to.isBefore(today)),
                source(v.sourceStatus()),
                CoverageWords.source(v.sourceStatus()),
                v.scope() == null ? null : sentence(v.scope(), here),
                v.includes(),
                v.criteria().stream()
                        .map(criterion -> sentence(criterion, here))
                        .toList(),
                v.flags().stream().map(VersionPart::note).toList(),
                Objects.requireNonNullElse(v.text(), ""));
    }

    private static String source(SourceStatus status) {
        return switch (status) {
            case PRIMARY -> "The text itself was read.";
            case SECONDARY -> "It was read in a summary.";
        };
    }

    private static Sentence sentence(Criterion criterion, String here) {
        return new Sentence(
                criterion.id(),
                criterion.requirement(),
                restsOn(criterion),
                criterion.citation(),
                criterion.policy().equals(here) ? "" : criterion.policy(),
                CoverageWords.source(criterion.sourceStatus()));
    }

    private static String restsOn(Criterion criterion) {
        Supplier supplier = criterion.supplier();
        String by = supplier == null ? "" : " Supplied by %s.".formatted(CoverageWords.inSentence(supplier));
        return switch (criterion.kind()) {
            case COMPUTED -> "Computed from the trial\u2019s figures." + by;
            case DOCUMENT -> "Needs a document, or an entry in the list of earlier treatments." + by;
            case CODE -> "Rests on a code of the trial." + by;
        };
    }

    private static Note note(Flag flag) {
        return new Note(flag.text(), flag.citation(), CoverageWords.source(flag.sourceStatus()));
    }
}

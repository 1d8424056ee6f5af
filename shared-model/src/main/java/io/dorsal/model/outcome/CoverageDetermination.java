package io.dorsal.model.outcome;

import io.dorsal.model.TrialId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one policy's criteria amount to for one trial, as of an instant. Supporting evidence, never an approval.
 *
 * @param dateOfService the placement of the trial lead; while it is not placed, the as-of date
 * @param version of the policy, in force on the date of service; null when none is
 * @param sourceStatus null together with {@code version}
 * @param result null when there is none, and {@code reason} says why
 * @param explanation date of service, version and result in plain words
 * @param criteria in the order of the policy; empty without a version
 * @param missing what would make it determinable, least time left first
 * @param factDigest SHA-256, hex, of the facts behind the responder outcome; null when there is no such outcome yet
 * @param statedDigest the same of the trial document and the reports alone, by which the outcomes of one trial can be
 *     told to agree; null in determinations of before it was named
 */
public record CoverageDetermination(
        TrialId trialId,
        String policy,
        @Nullable String version,
        @Nullable SourceStatus sourceStatus,
        Instant asOf,
        LocalDate dateOfService,
        @Nullable CoverageResult result,
        @Nullable NoCoverageResult reason,
        String explanation,
        List<Criterion> criteria,
        List<Flag> flags,
        List<Missing> missing,
        @Nullable String factDigest,
        @Nullable String statedDigest) {

    /** The key of the record in {@code dorsal.coverage-determinations.v1}; no id holds a slash. */
    public String key() {
        return key(trialId, policy);
    }

    /** The same of a trial under another policy. */
    public static String key(TrialId trial, String policy) {
        return trial + "/" + policy;
    }

    /**
     * One criterion, judged.
     *
     * @param policy id and version of the policy that states it: another one where it was included
     * @param explanation the values compared, and the definitions and versions they come from
     * @param group the same part by part, where the rule is a group; null where it is one comparison, and in
     *     determinations of before it was told
     */
    public record Criterion(
            String id,
            String requirement,
            String citation,
            CriterionKind kind,
            String policy,
            SourceStatus sourceStatus,
            CriterionResult result,
            String explanation,
            List<ReadFact> facts,
            @Nullable Group group) {}

    /**
     * Parts of a rule that are judged together.
     *
     * @param atLeast how many parts must be met; null for all of them. Those that do not apply drop out
     */
    public record Group(@Nullable Integer atLeast, List<Part> parts) {}

    /**
     * One part of a group, judged.
     *
     * @param group null where it is one comparison
     */
    public record Part(
            CriterionResult result,
            String explanation,
            @Nullable Group group) {}

    /**
     * A fact that a criterion read.
     *
     * @param value as shown, with its unit; null when it is missing
     * @param source the definition and version it comes from, or why it is missing
     */
    public record ReadFact(String name, @Nullable String value, String source) {}

    /** Something to know that is no criterion, such as another program that may apply. */
    public record Flag(String id, String text, String citation, SourceStatus sourceStatus) {}

    /**
     * One line of the worklist.
     *
     * @param what the name of the fact, document or treatment
     * @param need what exactly is needed, in words
     * @param date of a diary day, else null
     * @param criteria the ids of the criteria that wait for it; empty for a diary day of a figure that is known already
     * @param until null unless {@code limit} is {@link CollectionLimit#UNTIL}
     * @param withIt the result if this one line were supplied, favourably
     */
    public record Missing(
            EvidenceKind kind,
            String what,
            String need,
            @Nullable LocalDate date,
            List<String> criteria,
            Supplier supplier,
            CollectionLimit limit,
            @Nullable Instant until,
            CoverageResult withIt) {}
}

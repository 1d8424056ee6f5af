package io.dorsal.coverage.core;

import io.dorsal.model.PayerId;
import io.dorsal.model.outcome.SourceStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a payer's policy, with the criteria of the policies that it includes, theirs first.
 *
 * @param effectiveTo the last date of service, included; null while it is in force
 * @param scope what the policy is about, as a criterion of its own; null when it applies to every trial
 * @param includes in the order of the file; their texts belong to this policy's evidence
 */
public record Policy(
        Ref ref,
        PayerId payer,
        String document,
        String jurisdiction,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        SourceStatus sourceStatus,
        @Nullable Criterion scope,
        List<Ref> includes,
        List<Criterion> criteria,
        List<Flag> flags) {

    public Policy {
        includes = List.copyOf(includes);
        criteria = List.copyOf(criteria);
        flags = List.copyOf(flags);
    }

    /** A policy's id and version. */
    public record Ref(String id, String version) {
        @Override
        public String toString() {
            return id + " " + version;
        }
    }

    /** Something to know that is no criterion, shown when its rule is met. */
    public record Flag(String id, String text, String citation, SourceStatus sourceStatus, Rule when) {}

    /** Both ends included. */
    public boolean isInForceOn(LocalDate date) {
        return !date.isBefore(effectiveFrom) && (effectiveTo == null || !date.isAfter(effectiveTo));
    }

    /** As in {@code 2021-07-01 to 2026-01-14}, or {@code 2026-01-15 on}. */
    public String effective() {
        return effectiveTo == null ? effectiveFrom + " on" : effectiveFrom + " to " + effectiveTo;
    }
}

package io.dorsal.dashboard.core.policy;

import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.outcome.Supplier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payer's policy as it was written: what it asks for, every version. */
public record Policy(String id, List<Version> versions) {

    /**
     * @param effectiveTo the last date of service, included; null while it is in force
     * @param scope what it is about; null when it applies to every trial
     * @param includes id and version of policies whose criteria count too
     * @param text the file as it was read; null in a list
     */
    public record Version(
            String version,
            String payer,
            String document,
            String jurisdiction,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            SourceStatus sourceStatus,
            @Nullable Criterion scope,
            List<String> includes,
            List<Criterion> criteria,
            List<Flag> flags,
            @Nullable String text) {}

    /**
     * @param policy id and version of the policy that states it
     * @param supplier who supplies a document or treatment; null where each fact has its own
     */
    public record Criterion(
            String id,
            String requirement,
            String citation,
            CriterionKind kind,
            String policy,
            SourceStatus sourceStatus,
            @Nullable Supplier supplier) {}

    /** Something to know that is no criterion. */
    public record Flag(String text, String citation, SourceStatus sourceStatus) {}
}

package io.dorsal.registry.core;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import org.jspecify.annotations.Nullable;

/** What became of one item of a batch, in the words of the answer. */
public record ReportAnswer(
        @Nullable String report,
        @Nullable Long revision,
        Result result,
        @Nullable Malformed why) {

    /** The three fates of an item. */
    public enum Result {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }

    static ReportAnswer accepted(RevisionKey key) {
        return new ReportAnswer(key.report(), key.revision(), Result.ACCEPTED, null);
    }

    static ReportAnswer duplicate(RevisionKey key) {
        return new ReportAnswer(key.report(), key.revision(), Result.DUPLICATE, null);
    }

    static ReportAnswer conflict(RevisionKey key) {
        Malformed why = new Malformed(
                Reason.REVISION_CONFLICT, "revision", "the content sent before, or a revision not used yet");
        return new ReportAnswer(key.report(), key.revision(), Result.REJECTED, why);
    }

    static ReportAnswer unreadable(Submission.Unreadable item) {
        return new ReportAnswer(item.report(), item.revision(), Result.REJECTED, item.why());
    }
}

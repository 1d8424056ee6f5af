package io.dorsal.registry.core;

import io.dorsal.registry.core.Submission.Stated;
import io.dorsal.registry.core.Submission.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch of reports does: an answer per item, in order, and what is new. Items are judged one after the other, so
 * a batch has the same effect as its items sent singly.
 */
public record ReportBatch(List<ReportAnswer> answers, List<Stated> accepted) {
    public ReportBatch {
        answers = List.copyOf(answers);
        accepted = List.copyOf(accepted);
    }

    /**
     * Decides about the items of one trial.
     *
     * @param stored content of those revisions that are known already; others may be among them
     */
    public static ReportBatch decide(List<Submission> items, Map<RevisionKey, String> stored) {
        Map<RevisionKey, String> known = new HashMap<>(stored);
        List<ReportAnswer> answers = new ArrayList<>(items.size());
        List<Stated> accepted = new ArrayList<>(items.size());
        for (Submission item : items) {
            answers.add(
                    switch (item) {
                        case Unreadable unreadable -> ReportAnswer.unreadable(unreadable);
                        case Stated stated -> judge(stated, known, accepted);
                    });
        }
        return new ReportBatch(answers, accepted);
    }

    private static ReportAnswer judge(Stated stated, Map<RevisionKey, String> known, List<Stated> accepted) {
        RevisionKey key = stated.key();
        String before = known.putIfAbsent(key, stated.content());
        if (before == null) {
            accepted.add(stated);
            return ReportAnswer.accepted(key);
        }
        return before.equals(stated.content()) ? ReportAnswer.duplicate(key) : ReportAnswer.conflict(key);
    }
}

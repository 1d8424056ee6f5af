package io.dorsal.merge;

import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.merge.store.Portions.Weighed;
import io.dorsal.merge.store.Unmergeable;
import io.dorsal.merge.store.Unstorable;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Facts that are words, of which some cannot be read, stored or joined. */
final class WordsMerge implements FactMerge {
    @Override
    public List<Topic> topics() {
        return List.of(Topics.TRIALS);
    }

    @Override
    public Batch open() {
        return new Words();
    }

    @Override
    public List<Letter> assess(Connection connection, List<TrialId> trials) {
        return List.of();
    }

    private static final class Words implements Batch {
        private final List<String> words = new ArrayList<>();

        @Override
        public void add(String topic, byte[] value, long sequence) {
            String word = new String(value, StandardCharsets.UTF_8);
            switch (word) {
                case "malformed" -> throw new Malformed(Reason.MISSING_FIELD, "trial", "an id");
                case "our-fault" -> throw new IllegalStateException("quotes the patient");
                default -> words.add(word);
            }
        }

        @Override
        public List<Instant> receivedAt() {
            return List.of();
        }

        @Override
        public List<Weighed> merge(Connection connection) {
            if (words.contains("unstorable")) {
                throw new Unstorable(new SQLException("quotes the patient", "22021"));
            }
            if (words.contains("unmergeable")) {
                throw new Unmergeable(new IllegalStateException());
            }
            return List.of();
        }
    }
}

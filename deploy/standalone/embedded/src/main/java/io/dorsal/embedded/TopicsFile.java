package io.dorsal.embedded;

import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Dorsal's topics in the words of the broker, which has nothing of Dorsal on its class path. */
public final class TopicsFile {
    private TopicsFile() {}

    public static Path write(Path file) throws IOException {
        return Files.write(file, Topics.all().stream().map(TopicsFile::line).toList());
    }

    static String line(Topic topic) {
        return topic.name() + " " + topic.partitions() + " " + retention(topic);
    }

    private static String retention(Topic topic) {
        if (topic.compacted()) {
            return "cleanup.policy=compact";
        }
        if (topic.retention() == null) {
            return "retention.ms=-1 retention.bytes=-1";
        }
        return "retention.ms=" + topic.retention().toMillis();
    }
}

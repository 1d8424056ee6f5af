package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What lies in Kafka's folder, read without Kafka.
 *
 * @param cluster empty where there is none
 * @param topics by name, each with its id and how many partitions have a folder; what Kafka gave up as stray is not among
 *     them, nor what it holds for itself
 */
record KafkaContent(String cluster, Map<String, Topic> topics) {
    private static final Pattern PARTITION = Pattern.compile("(dorsal\\..+)-\\d+");

    /** A topic that is made anew has another id. */
    record Topic(String id, int partitions) {
        static Topic parse(String text) {
            int space = text.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("expected the id and the partitions of a topic, got '" + text + "'");
            }
            return new Topic(text.substring(0, space), Integer.parseInt(text.substring(space + 1)));
        }

        @Override
        public String toString() {
            return id + " " + partitions;
        }
    }

    static KafkaContent read(Path kafka) throws IOException {
        if (!Files.isDirectory(kafka)) {
            return new KafkaContent("", Map.of());
        }
        Map<String, Topic> topics = new TreeMap<>();
        try (Stream<Path> folders = Files.list(kafka)) {
            for (Path folder : folders.toList()) {
                Matcher partition = PARTITION.matcher(folder.toFile().getName());
                String id = partition.matches() ? topicId(folder) : "";
                if (!id.isEmpty()) {
                    topics.merge(partition.group(1), new Topic(id, 1), KafkaContent::together);
                }
            }
        }
        String cluster = properties(kafka.resolve("meta.properties")).getProperty("cluster.id", "");
        return new KafkaContent(cluster, Map.copyOf(topics));
    }

    /** Which of the named topics are not there, or are others of the same name, or lack partitions. */
    List<String> missing(Map<String, Topic> expected) {
        return expected.entrySet().stream()
                .filter(entry -> !isThere(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean isThere(String name, Topic expected) {
        Topic found = topics.get(name);
        return found != null && found.id().equals(expected.id()) && found.partitions() >= expected.partitions();
    }

    /** Partitions of different ids are no one topic's. */
    private static Topic together(Topic one, Topic other) {
        return one.id().equals(other.id()) ? new Topic(one.id(), one.partitions() + other.partitions()) : one;
    }

    private static String topicId(Path folder) throws IOException {
        return properties(folder.resolve("partition.metadata")).getProperty("topic_id", "");
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException | IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            properties.clear();
        }
        return properties;
    }
}

package io.dorsal.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** One line of the topics file: {@code name partitions key=value key=value …}, separated by spaces. */
record TopicLine(String name, int partitions, Map<String, String> config) {

    static List<TopicLine> readAll(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(TopicLine::parse)
                .toList();
    }

    static TopicLine parse(String line) {
        String[] words = line.trim().split(" +");
        if (words.length < 2) {
            throw new IllegalArgumentException("expected 'name partitions key=value …', got '" + line + "'");
        }
        Map<String, String> config = new LinkedHashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            config.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new TopicLine(words[0], Integer.parseInt(words[1]), config);
    }

    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, (short) 1).configs(config);
    }
}

package io.dorsal.broker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Makes the topics that do not exist yet, and leaves alone those that do. */
final class TopicCreation {
    private static final long TIMEOUT_SECONDS = 60;

    private TopicCreation() {}

    static void createMissing(String bootstrapServers, List<TopicLine> wanted) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            admin.createTopics(wanted.stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .map(TopicLine::toNewTopic)
                            .toList())
                    .all()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }
}

package io.dorsal.standalone.bench;

import io.dorsal.model.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic for the yardstick, as wide as that of the device events, gone after the run. */
record ScratchTopic(String bootstrapServers, String name) implements AutoCloseable {

    static ScratchTopic create(String bootstrapServers) throws ExecutionException, InterruptedException {
        ScratchTopic topic = new ScratchTopic(bootstrapServers, "dorsal.bench." + System.currentTimeMillis());
        try (Admin admin = topic.admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name(), Topics.DEVICE_EVENTS.partitions(), (short) 1)))
                    .all()
                    .get();
        }
        return topic;
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(name)).all().get();
        }
    }
}

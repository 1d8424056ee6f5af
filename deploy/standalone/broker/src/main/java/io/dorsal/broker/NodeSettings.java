package io.dorsal.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Kafka's settings for one node that is broker and controller at once, on one machine, with little memory. */
record NodeSettings(int port, int controllerPort, Path data) {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final long MEBIBYTE = 1024 * 1024;

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    Properties properties() {
        Properties settings = new Properties();
        addIdentity(settings);
        addReplicationForOneNode(settings);
        addStorage(settings);
        addSize(settings);
        return settings;
    }

    private void addIdentity(Properties settings) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
    }

    private static void addReplicationForOneNode(Properties settings) {
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "2");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // There is no other node to hand leadership to, but a broker that does not take its leave counts as alive: its
        // next start waits until the old session has timed out, nine seconds.
        settings.put("controlled.shutdown.enable", "true");
        // Nobody else will join a group of one service instance: do not wait for it.
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private void addStorage(Properties settings) {
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "12");
        // The bound for a topic that names none of its own; facts that are kept for ever say so themselves.
        settings.put("log.retention.bytes", String.valueOf(512 * MEBIBYTE));
        settings.put("log.segment.bytes", String.valueOf(128 * MEBIBYTE));
        settings.put("log.index.size.max.bytes", String.valueOf(MEBIBYTE));
    }

    private static void addSize(Properties settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "4");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * MEBIBYTE));
        settings.put("log.cleaner.io.buffer.size", String.valueOf(MEBIBYTE / 4));
        // Larger than the largest device payload (1 MiB) with its headers.
        settings.put("message.max.bytes", String.valueOf(2 * MEBIBYTE));
        settings.put("replica.fetch.max.bytes", String.valueOf(2 * MEBIBYTE));
    }
}

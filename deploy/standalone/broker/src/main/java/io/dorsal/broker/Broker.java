package io.dorsal.broker;

import java.io.IOException;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Runs one Kafka node until SIGTERM, on loopback: {@code --port N --controller-port N --data DIR --topics FILE}.
 *
 * <p>Prints {@code ready} on a line of its own once every topic exists; anything else it says is a log line. With
 * {@code --stop-with-parent} it also ends when its standard input does, so that a test run that is killed leaves no
 * broker behind.
 */
public final class Broker {
    private Broker() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(args);
        NodeSettings settings = new NodeSettings(arguments.port(), arguments.controllerPort(), arguments.data());
        List<TopicLine> topics = TopicLine.readAll(arguments.topics());

        LogFolder.formatIfNew(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-kafka"));
        server.startup();
        TopicCreation.createMissing(settings.bootstrapServers(), topics);
        System.out.println("ready");

        if (arguments.stopWithParent()) {
            stopWhenInputEnds();
        }
        server.awaitShutdown();
    }

    private static void stopWhenInputEnds() {
        Thread watch = new Thread(Broker::exitWhenInputEnds, "watch-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static void exitWhenInputEnds() {
        try {
            while (System.in.read() >= 0) {
                // Only the end of the stream means something.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end: nobody is there any more.
        }
        System.exit(0);
    }
}

package io.dorsal.broker;

import java.nio.file.Files;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The folder that holds Kafka's log: formatted once, with an identity of its own, and never again. */
final class LogFolder {
    private LogFolder() {}

    static void formatIfNew(NodeSettings settings) throws Exception {
        if (Files.exists(settings.data().resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(settings.data());
        String folder = settings.data().toString();
        new Formatter()
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setNodeId(NodeSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(NodeSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(folder)
                .addDirectory(folder)
                .run();
    }
}

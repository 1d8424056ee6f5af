package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    Path folder;

    @Test
    void aPortInUseIsNamedWithItsPurposeAndAWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Preflight.checkPort("MQTT", taken.getLocalPort(), new Ports(0)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (MQTT)")
                    .hasMessageContaining("--port 9080");
        }
    }

    @Test
    void aFullDiskIsSeenBeforeTheStart() {
        assertThatThrownBy(() -> Preflight.checkDisk(folder, 100L * 1024 * 1024))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("got 100 MiB");
    }

    @Test
    void aNewFolderIsFine() {
        assertThatCode(() -> {
                    Preflight.checkKafkaFolder(folder.resolve("kafka"));
                    Preflight.checkPostgresFolder(folder.resolve("postgres"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aKafkaFolderWithoutItsIdentityIsDamaged() throws IOException {
        Files.writeString(folder.resolve("meta.properties"), "\0\0garbage");
        assertThatThrownBy(() -> Preflight.checkKafkaFolder(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Kafka")
                .hasMessageContaining("mv " + folder);
    }

    @Test
    void aPostgresFolderOfAnotherVersionIsRefused() throws IOException {
        Files.writeString(folder.resolve("PG_VERSION"), "15\n");
        assertThatThrownBy(() -> Preflight.checkPostgresFolder(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("should say 18 and says 15");
    }
}

package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    Path folder;

    private StackFolder stack;

    @BeforeEach
    void openFolder() {
        stack = StackFolder.open(folder);
    }

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
                    Preflight.checkKafkaFolder(stack);
                    Preflight.checkPostgresFolder(stack);
                    new Holdings(stack).requireAll();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aKafkaFolderWithoutItsIdentityIsDamaged() throws IOException {
        Files.createDirectories(stack.kafka());
        Files.writeString(stack.kafka().resolve("meta.properties"), "\0\0garbage");
        assertThatThrownBy(() -> Preflight.checkKafkaFolder(stack))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Kafka")
                // Not Kafka's folder alone: with a new Kafka beside the old PostgreSQL, the half lost looks ready.
                .hasMessageContaining("mv " + folder + " " + folder + ".damaged");
    }

    @Test
    void aPostgresFolderOfAnotherVersionIsRefused() throws IOException {
        Files.createDirectories(stack.postgres());
        Files.writeString(stack.postgres().resolve("PG_VERSION"), "15\n");
        assertThatThrownBy(() -> Preflight.checkPostgresFolder(stack))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("should say 18 and says 15");
    }
}

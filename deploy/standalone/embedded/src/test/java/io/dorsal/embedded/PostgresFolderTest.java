package io.dorsal.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresFolderTest {
    @TempDir
    Path data;

    @Test
    void aGarbledPidFileIsNamedWithAWayOut() throws IOException {
        Path pidFile = Files.writeString(data.resolve("postmaster.pid"), "12\0\n/data\n\0\0\n");
        assertThatThrownBy(() -> PostgresFolder.runningServer(data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(pidFile.toString())
                .hasMessageContaining("delete the file");
    }
}

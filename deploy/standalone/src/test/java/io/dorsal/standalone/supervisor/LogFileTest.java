package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void twoFilesOfBoundedSizeHoldTheLatest() throws Exception {
        Path file = folder.resolve("part.log");
        try (LogFile log = new LogFile(file, 20)) {
            for (int line = 0; line < 10; line++) {
                log.write("line " + line);
            }
        }
        assertThat(Files.readAllLines(file)).containsExactly("line 8", "line 9");
        assertThat(Files.readAllLines(folder.resolve("part.log.1"))).containsExactly("line 6", "line 7");
    }

    @Test
    void aFullDiskCostsLinesOnlyUntilThereIsRoomAgain() throws Exception {
        Path file = folder.resolve("part.log");
        Files.createSymbolicLink(file, Path.of("/dev/full"));
        try (LogFile log = new LogFile(file, 1_000)) {
            log.write("lost");
            Files.delete(file);
            log.write("kept");
        }
        assertThat(Files.readAllLines(file)).containsExactly("kept");
    }
}

package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordTest {
    private static final String WHOLE =
            "order=1\npid=7\nstarted=2026-01-01T00\\:00\\:00Z\nstop=TERM\naddress=http\\://127.0.0.1\\:8080\n";

    @TempDir
    Path root;

    private StackFolder folder;

    @BeforeEach
    void openFolder() {
        folder = StackFolder.open(root);
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        RunRecord record = new RunRecord(
                "part", 3, new ProcessIdentity(7, Instant.parse("2026-01-01T00:00:00Z")), "INT", "http://localhost:1");
        record.save(folder);
        assertThat(RunRecord.load(folder, "part")).contains(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order=", "pid=seven", "started=yesterday", "stop=HUP", "order=\\u00"})
    void aRecordThatWasCutShortIsStale(String damage) throws IOException {
        String text = damage.isEmpty() ? "" : WHOLE + damage + "\n";
        Files.writeString(folder.run().resolve("part.run"), text);
        Files.writeString(folder.run().resolve("whole.run"), WHOLE);
        assertThat(RunRecord.load(folder, "part")).isEmpty();
        assertThat(RunRecord.loadAll(folder)).extracting(RunRecord::name).containsExactly("whole");
    }
}

package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
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
        // Written in this folder: else it were foreign rather than whole.
        String whole = WHOLE + identity();
        String text = damage.isEmpty() ? "" : whole + damage + "\n";
        Files.writeString(folder.run().resolve("part.run"), text);
        Files.writeString(folder.run().resolve("whole.run"), whole);
        assertThat(RunRecord.load(folder, "part")).isEmpty();
        assertThat(RunRecord.loadAll(folder)).extracting(RunRecord::name).containsExactly("whole");
    }

    @Test
    void aRecordThatNamesNoFolderIsNobodys() throws IOException {
        Files.writeString(folder.run().resolve("part.run"), WHOLE);
        assertThat(RunRecord.loadAll(folder)).isEmpty();
    }

    @Test
    void aFolderReachedByALinkIsTheSame() throws IOException {
        RunRecord record = new RunRecord("part", 3, new ProcessIdentity(7, Instant.EPOCH), "INT", "");
        record.save(folder);
        Path link = Files.createSymbolicLink(root.resolveSibling(root.getFileName() + "-link"), root);
        try {
            assertThat(RunRecord.loadAll(StackFolder.open(link))).containsExactly(record);
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void recordsOfACopyOrOfWhatTookTheFoldersPlaceAreStrange(@TempDir Path elsewhere) throws Exception {
        new RunRecord("part", 3, new ProcessIdentity(7, Instant.EPOCH), "INT", "").save(folder);
        Path copy = elsewhere.resolve("copy");
        copy(root, copy);
        Path moved = Files.move(root, elsewhere.resolve("moved"));
        copy(moved, root);

        assertThat(RunRecord.loadAll(StackFolder.open(copy))).isEmpty();
        assertThat(RunRecord.loadAll(StackFolder.open(root))).isEmpty();
        RunRecord.deleteStrange(folder);
        assertThat(folder.run()).isEmptyDirectory();
    }

    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private String identity() throws IOException {
        Properties properties = new Properties();
        FolderIdentity.of(root).write(properties);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }
}

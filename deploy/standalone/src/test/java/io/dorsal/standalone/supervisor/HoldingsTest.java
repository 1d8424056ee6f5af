package io.dorsal.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.embedded.Folders;
import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anything that a folder held and has no more is a refusal, whatever it is. */
class HoldingsTest {
    private static final String EVENTS = "dorsal.device-events.v1";

    @TempDir
    Path root;

    private StackFolder folder;
    private Holdings holdings;

    @BeforeEach
    void fillFolder() throws IOException {
        folder = StackFolder.open(root);
        holdings = new Holdings(folder);
        write("data/kafka/meta.properties", "cluster.id=first\nnode.id=1\n");
        for (int partition = 0; partition < 3; partition++) {
            write("data/kafka/" + EVENTS + "-" + partition + "/partition.metadata", "version: 0\ntopic_id: AAA\n");
        }
        write("data/kafka/__consumer_offsets-0/partition.metadata", "version: 0\ntopic_id: BBB\n");
        write("data/postgres/global/pg_control", "12345678 and more");
        folder.secret("postgres");
        write("tls/ca.pem", "authority");
        write("keys/jwks.json", "{}");
        holdings.rememberKafka();
        holdings.rememberPostgres(List.of("registry", "responder"));
        holdings.rememberFiles();
    }

    @Test
    void whatIsWholeStarts() {
        assertThatCode(() -> {
                    holdings.requireAll();
                    holdings.requireDatabases(List.of("registry"), List.of("registry", "postgres"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aNewFolderHeldNothing(@TempDir Path empty) {
        Holdings none = new Holdings(StackFolder.open(empty));
        assertThatCode(() -> {
                    none.requireAll();
                    none.requireDatabases(List.of("registry"), List.of());
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "data/kafka",
                "data/postgres",
                "data/kafka/meta.properties",
                "data/kafka/dorsal.device-events.v1-1",
                "data/kafka/dorsal.device-events.v1-2/partition.metadata",
                "data/postgres/global/pg_control",
                "secrets/postgres",
                "tls/ca.pem",
                "keys"
            })
    void whatIsGoneIsMissedAndTheAdviceIsOfTheWholeFolder(String gone) throws IOException {
        Folders.delete(root.resolve(gone));
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/kafka/meta.properties",
                "data/kafka/dorsal.device-events.v1-0/partition.metadata",
                "data/postgres/global/pg_control"
            })
    void anotherInItsPlaceIsNotTheSame(String replaced) throws IOException {
        Path file = root.resolve(replaced);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("first", "other")
                        .replace("AAA", "CCC")
                        .replace('1', '9'));
        assertRefused();
    }

    @Test
    void aDatabaseThatIsGoneIsMissedUnlessItFillsItself() {
        assertThatThrownBy(() -> holdings.requireDatabases(List.of("registry"), List.of("postgres", "responder")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("registry")
                .hasMessageContaining("mv " + root + " " + root + ".damaged");
        assertThatCode(() -> holdings.requireDatabases(List.of("registry"), List.of("registry")))
                .doesNotThrowAnyException();
    }

    @Test
    void topicsCountOnceEachPartitionHasItsFolder() throws IOException {
        assertThat(holdings.hasTopics(Map.of(EVENTS, 3))).isTrue();
        assertThat(holdings.hasTopics(Map.of(EVENTS, 4))).isFalse();
        assertThat(holdings.hasTopics(Map.of(EVENTS, 3, "dorsal.new.v1", 1))).isFalse();
    }

    @Test
    void aTopicThatIsNewLaterIsHeldFromThenOn() throws IOException {
        write("data/kafka/dorsal.new.v1-0/partition.metadata", "version: 0\ntopic_id: DDD\n");
        holdings.requireAll();
        holdings.rememberKafka();
        Folders.delete(root.resolve("data/kafka/dorsal.new.v1-0"));
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.topic.dorsal.x=no-partitions", "kafka.topic.dorsal.x=A many", "\\u00"})
    void aRecordThatCannotBeReadIsNamed(String damage) throws IOException {
        write(Holdings.FILE, damage + "\n");
        assertThatThrownBy(holdings::requireAll)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(root.resolve(Holdings.FILE).toString());
    }

    private void assertRefused() {
        assertThatThrownBy(holdings::requireAll)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not whole")
                .hasMessageContaining("mv " + root + " " + root + ".damaged");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(Folders.holding(root.resolve(file)));
        Files.writeString(root.resolve(file), text);
    }
}

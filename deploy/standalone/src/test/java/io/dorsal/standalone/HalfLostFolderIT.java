package io.dorsal.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.embedded.DorsalHome;
import io.dorsal.standalone.supervisor.Part;
import io.dorsal.standalone.supervisor.Ports;
import io.dorsal.standalone.supervisor.StackFolder;
import io.dorsal.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real folders of Kafka and PostgreSQL, each damaged in one way: none comes up as if all were well. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HalfLostFolderIT {
    @TempDir
    static Path whole;

    @TempDir
    Path elsewhere;

    private StackFolder copy;

    @BeforeAll
    static void fillFolder() throws IOException {
        startAndStop(StackFolder.open(whole));
    }

    @Test
    void aWholeCopyStarts() throws Exception {
        copyFolder();
        startAndStop(copy);
        assertThat(topicFolders()).hasSizeGreaterThan(100).allMatch(name -> name.matches(".*-\\d+"));
    }

    @Test
    void aWrongByteAmongKafkasTopicsIsARefusalBeforeKafkaCutsThemOff() throws Exception {
        copyFolder();
        Path log = copy.kafka().resolve("__cluster_metadata-0/00000000000000000000.log");
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);
        assertRefused();
        assertThat(topicFolders()).hasSizeGreaterThan(100).allMatch(name -> name.matches(".*-\\d+"));
    }

    @Test
    void aMetadataLogThatIsEmptyIsARefusalAndStaysOne() throws Exception {
        copyFolder();
        Files.write(copy.kafka().resolve("__cluster_metadata-0/00000000000000000000.log"), new byte[0]);
        assertRefused();
        assertRefused();
    }

    @Test
    void withoutKafkasFolderNothingStarts() throws Exception {
        copyFolder();
        Files.move(copy.kafka(), copy.data().resolve("kafka.damaged"));
        assertRefused();
        assertThat(copy.kafka()).doesNotExist();
    }

    @Test
    void withoutPostgresFolderNothingStarts() throws Exception {
        copyFolder();
        Files.move(copy.postgres(), copy.data().resolve("postgres.damaged"));
        assertRefused();
        assertThat(copy.postgres()).doesNotExist();
    }

    private void copyFolder() throws Exception {
        Path to = elsewhere.resolve("copy");
        assertThat(StackUnderTest.run(List.of("cp", "-a", whole.toString(), to.toString()))
                        .status())
                .isZero();
        copy = StackFolder.open(to);
    }

    private void assertRefused() {
        assertThatThrownBy(() -> startAndStop(copy))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mv " + copy.root() + " " + copy.root() + ".damaged");
    }

    private List<String> topicFolders() {
        return Stream.of(String.valueOf(copy.kafka()))
                .flatMap(folder -> Arrays.stream(new java.io.File(folder).list()))
                .filter(name -> name.startsWith("dorsal."))
                .toList();
    }

    private static void startAndStop(StackFolder folder) throws IOException {
        Ports ports = Ports.free();
        List<Part> parts = new Stack(DorsalHome.find(), folder, ports)
                .parts(false).stream()
                        .filter(part -> Set.of("kafka", "postgres").contains(part.name()))
                        .toList();
        try (Supervisor supervisor = Supervisor.open(folder, ports, System.out)) {
            supervisor.start(parts);
        }
    }
}

package io.dorsal.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.embedded.DorsalHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./dorsal} itself: in a folder of its own, with a Maven that only leaves a mark. */
class DorsalScriptTest {
    private static final int LIMIT_SECONDS = 60;
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cksum",
            "cut",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sort",
            "stat",
            "tee",
            "touch");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path home;
    private Path bin;

    @BeforeEach
    void craft() throws IOException {
        // Below a dotted folder, as a home in a hidden folder would be.
        home = Files.createDirectories(folder.resolve(".hidden/home"));
        Files.copy(DorsalHome.find().resolve("dorsal"), home.resolve("dorsal"), StandardCopyOption.COPY_ATTRIBUTES);
        bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            script(tool, "exec " + find(tool) + " \"$@\"");
        }
        environment.put("PATH", bin.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("DORSAL_JDK_FOLDERS", folder.resolve("no-jdk-here").toString());
        maven("echo 3.9.9", "touch '" + home.resolve("mark") + "'");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        environment.remove("JAVA_HOME");
        StackUnderTest.Said said = dorsal("up");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text().lines()).hasSize(1);
        assertThat(said.text()).startsWith("dorsal: expected a JDK 21 or newer").contains("apt install");
    }

    @Test
    void aJdkInAUsualFolderIsFound() throws Exception {
        environment.remove("JAVA_HOME");
        Path jdks = Path.of(System.getProperty("java.home")).resolveSibling(".").normalize();
        environment.put("DORSAL_JDK_FOLDERS", folder.resolve("none") + ":" + jdks);
        dorsal("up");
        assertThat(isBuilt()).isTrue();
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws Exception {
        Files.delete(bin.resolve("mvn"));
        assertThat(dorsal("test").text()).startsWith("dorsal: expected Maven 3.8.6 or newer on the PATH, found none.");
    }

    @Test
    void aMavenThatCannotTellItsVersionIsSaid() throws Exception {
        maven("exit 1", "exit 1");
        StackUnderTest.Said said = dorsal("test");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("expected 'mvn -v' to tell Maven's version");
    }

    @Test
    void aWrongWordIsAnsweredAtOnceWithAllThatThereAre() throws Exception {
        StackUnderTest.Said said = dorsal("upp");
        assertThat(said.status()).isEqualTo(2);
        assertThat(isBuilt()).isFalse();
        Set<String> words = new TreeSet<>(Dorsal.commandLine().getSubcommands().keySet());
        words.addAll(Set.of("verify", "key", "test"));
        String expected = said.text().trim().replaceFirst(".*expected one of: ", "");
        assertThat(expected.split(", ")).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void whatIsNotBuiltIsBuilt() throws Exception {
        dorsal("status");
        assertThat(isBuilt()).isTrue();
    }

    @Test
    void onlyUpBuildsAnewWhenSourcesAreNewer() throws Exception {
        built();
        source(Instant.now().plusSeconds(60));
        for (String word : List.of("device", "simulate", "bench", "verify", "key", "status", "logs", "down")) {
            dorsal(word);
            assertThat(isBuilt()).as(word).isFalse();
        }
        dorsal("up");
        assertThat(isBuilt()).isTrue();
    }

    @Test
    void whatIsCurrentIsNotBuiltAnew() throws Exception {
        built();
        source(Instant.now().minusSeconds(60));
        dorsal("up");
        assertThat(isBuilt()).isFalse();
    }

    @Test
    void nothingIsBuiltUnderAProgramThatRuns() throws Exception {
        built();
        source(Instant.now().plusSeconds(60));
        Process running = new ProcessBuilder("bash", "-c", "sleep 60; :", "_", "-Ddorsal.home=" + home).start();
        try {
            assertThat(dorsal("up").text()).contains("something runs on it");
        } finally {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
        assertThat(isBuilt()).isFalse();
    }

    @Test
    void aClassArchiveOfOtherJarsIsNotKept() throws Exception {
        built();
        Path jars = Files.createDirectories(home.resolve("services/coverage-service/packet/target/lib"));
        Files.createFile(jars.resolve("a.jar"));
        Path archives = Files.createDirectories(home.resolve("target/class-archives"));
        Path outdated = Files.createFile(archives.resolve("verify-1.jsa"));

        dorsal("verify", "packet.pdf");

        assertThat(outdated).doesNotExist();
        assertThat(archives).isDirectory();
    }

    private void built() throws IOException {
        Files.createDirectories(home.resolve("deploy/standalone/target/lib"));
        Files.createDirectories(home.resolve("target"));
        Files.createFile(home.resolve("target/built"));
    }

    private void source(Instant changed) throws IOException {
        Path source = home.resolve("module/src/main/java/Source.java");
        Files.createDirectories(home.resolve("module/src/main/java"));
        Files.setLastModifiedTime(Files.createFile(source), FileTime.from(changed));
    }

    private boolean isBuilt() {
        return Files.exists(home.resolve("mark"));
    }

    private void maven(String version, String build) throws IOException {
        script("mvn", "if [[ $* == '-q -v' ]]; then " + version + "; else " + build + "; fi");
    }

    private void script(String name, String line) throws IOException {
        Path script = Files.writeString(bin.resolve(name), "#!" + find("bash") + "\n" + line + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path find(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected " + tool + " in /bin or /usr/bin"));
    }

    private StackUnderTest.Said dorsal(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("dorsal").toString()));
        command.addAll(List.of(words));
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new StackUnderTest.Said(process.exitValue(), Files.readString(output, UTF_8));
    }
}

package io.dorsal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says, and with which status. */
class PacketCommandTest {
    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void issue() throws IOException {
        file = data.resolve("packet.pdf");
        Files.write(file, new SamplePacket(data.resolve("keys")).sealed());
    }

    @Test
    void aPacketOfTheLocalInstallationIsVerified() {
        assertThat(run("verify", file.toString(), "--data", data.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("VERIFIED\n")
                .contains(
                        "number 2 of trial T-0417",
                        "SUPPORTED under mac-scs-ngs 2021-07-01, as of 2026-03-14T12:00:00Z",
                        "an-earlier-one: a day was corrected",
                        "pain-relief/1",
                        "1 reasons of corrections");
    }

    @Test
    void aChangedOneIsNot() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);

        assertThat(run("verify", file.toString(), "--data", data.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("NOT VERIFIED: ");
    }

    @Test
    void withoutKeysItSaysWhereTheyComeFrom() {
        assertThat(run("verify", file.toString(), "--keys", "/nowhere/jwks.json"))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("GET /api/packets/keys", "--keys FILE");
        assertThat(run("verify", file.toString(), "--keys", file.toString())).isEqualTo(1);
    }

    @Test
    void keysAreForTheirOwnerAloneAndRotate() throws IOException {
        Path keys = data.resolve("keys");
        assertThat(run("key", "rotate", "--data", data.toString())).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(keys)) {
            List<Path> privates = files.filter(path -> path.toString().endsWith(".jwk"))
                    .filter(PacketCommandTest::isPrivate)
                    .toList();
            assertThat(privates)
                    .singleElement()
                    .satisfies(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo("rw-------"));
        }
        assertThat(Files.readString(keys.resolve("jwks.json"))).doesNotContain("\"d\"");
        assertThat(run("verify", file.toString(), "--data", data.toString())).isZero();
    }

    @Test
    void aKeyThatEverybodyReadsSignsNothing() throws IOException {
        Path keys = data.resolve("keys");
        try (Stream<Path> files = Files.list(keys)) {
            for (Path path : files.filter(PacketCommandTest::isPrivate).toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        assertThat(run("key", "rotate", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("chmod 600");
    }

    @Test
    void wrongWordsShowTheRightOnes() {
        assertThat(run("verify")).isEqualTo(2);
        assertThat(run("key", "lose")).isEqualTo(2);
        assertThat(run("verify", "/nowhere.pdf", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: ./dorsal verify FILE", "/nowhere.pdf");
    }

    private static boolean isPrivate(Path path) {
        try {
            return path.toString().endsWith(".jwk") && Files.readString(path).contains("\"d\"");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int run(String... arguments) {
        return new PacketCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}

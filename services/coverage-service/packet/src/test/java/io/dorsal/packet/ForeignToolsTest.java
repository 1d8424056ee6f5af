package io.dorsal.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dorsal.packet.core.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of docs/packet.md, run as it stands there: tools that know nothing of Dorsal come to the same. */
class ForeignToolsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void issue() throws IOException {
        SamplePacket packet = new SamplePacket(folder.resolve("keys"));
        Files.write(folder.resolve("packet.pdf"), packet.sealed());
        Files.writeString(folder.resolve("jwks.json"), packet.keys().published());
    }

    @Test
    void theRecipeInTheDocumentationVerifies() throws Exception {
        for (String tool : List.of("pdfdetach", "pdfsig", "jq", "openssl", "xxd", "sha256sum")) {
            assumeThat(run("command -v " + tool)).as(tool + " is installed").isNotEmpty();
        }

        assertThat(run("set -e\n" + recipe()))
                .contains("facts.json: OK", "determination.json: OK")
                .doesNotContain("FAILED")
                .contains("Verified OK")
                .contains("Signature is Valid", "Total document signed");
        assertThat(Files.readString(folder.resolve(Manifest.FILE)))
                .isEqualTo(SampleTrial.contents().manifestFile().text());
    }

    private static String recipe() throws IOException {
        String document = Files.readString(Path.of("../../../docs/packet.md"));
        int from = document.indexOf("```\npdfdetach") + 4;
        return document.substring(from, document.indexOf("```", from));
    }

    private String run(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

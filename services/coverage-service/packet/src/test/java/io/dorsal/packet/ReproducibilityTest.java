package io.dorsal.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.FactDigest;
import io.dorsal.packet.core.Attachment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same facts, definitions, policy and instant give the same bytes, whoever asks and wherever. */
class ReproducibilityTest {
    @Test
    void otherProcessesInOtherZonesAndLanguagesComeToTheSameBytes() throws Exception {
        String here = digests();

        assertThat(here.lines()).hasSize(9);
        assertThat(elsewhere("Asia/Kolkata", "ar", "EG")).isEqualTo(here);
        assertThat(elsewhere("America/St_Johns", "tr", "TR")).isEqualTo(here);
    }

    /** What the other processes run. */
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] arguments) {
            System.out.print(digests());
        }
    }

    private static String digests() {
        Contents contents = SampleTrial.contents();
        return Stream.concat(Stream.of(contents.manifestFile()), contents.attachments().stream())
                .map(ReproducibilityTest::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Attachment attachment) {
        return attachment.name() + " " + FactDigest.sha256(attachment.bytes());
    }

    private static String elsewhere(String zone, String language, String country)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=" + zone,
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}

package io.dorsal.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.coverage.policy.PolicyRefused;
import io.dorsal.coverage.policy.ShippedFiles;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins every key, its default and its refusal. */
class ConfigTest {
    private static final String POLICY = """
            id: harbor-own
            version: 2026-01-01
            payer: harbor
            document: Our own rule
            jurisdiction: The clinic
            effectiveFrom: 2026-01-01
            sourceStatus: primary
            criteria:
              - id: H1
                requirement: The trial reduced the pain by at least 30 percent.
                citation: Our own rule
                kind: COMPUTED
                rule:
                  fact: painRelief
                  atLeast: 30 percent
            """;

    @TempDir
    private Path folder;

    @Test
    void theDefaults() {
        CoverageConfig config = config(Map.of());
        assertThat(Settings.merging(config).metric("lag")).isEqualTo("dorsal.coverage.lag");
        assertThat(Settings.frontDoor(config).timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(Settings.frontDoor(config).outcomeBytesMax()).isEqualTo(8 << 20);
        assertThat(Settings.frontDoor(config).factsBytesMax()).isEqualTo(32 << 20);
        assertThat(config.keys()).isEqualTo(Path.of("keys"));
        assertThat(Settings.policies(config).files())
                .hasSize(ShippedFiles.policies().size());
        assertThat(config.consumer().enabled()).isTrue();
        assertThat(config.consumer().group()).isEqualTo("coverage-service");
        assertThat(config.consumer().batchRecordsMax()).isEqualTo(5_000);
        assertThat(config.consumer().retryMin()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.consumer().retryMax()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.outbox().lettersMax()).isEqualTo(500);
        assertThat(config.outbox().checkEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.outbox().deliveryTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.progress().checkEvery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.progress().stalledAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({
        "front-door, ftp://x, an address such as http://127.0.0.1:8080",
        "front-door-timeout, PT0S, PT0.1S to PT1M",
        "outcome-bytes-max, 1, 65536 to 268435456",
        "facts-bytes-max, 1, 65536 to 268435456",
        "policies, /no/such/folder, a folder of <id>/<version>.yaml",
        "consumer.group, ' ', a name",
        "consumer.batch-records-max, 0, 1 to 100000",
        "outbox.letters-max, 0, 1 to 10000",
        "progress.stalled-after, PT1S, PT5S to PT24H"
    })
    void aWrongValueIsRefusedWithWhatToDo(String key, String value, String expected) {
        String name = "dorsal.coverage." + key;
        assertThatThrownBy(() -> check(config(Map.of(name, value))))
                .hasMessageStartingWith(name + " must be " + expected)
                .hasMessageEndingWith("(set " + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ")");
    }

    @Test
    void keysThatCannotBeKeptStopTheStart() {
        CoverageConfig config = config(Map.of("dorsal.coverage.keys", "/dev/null/keys"));
        assertThatThrownBy(() -> Settings.keys(config, Instant.EPOCH))
                .hasMessageStartingWith("dorsal.coverage.keys must be a folder of our own to keep keys in")
                .hasMessageEndingWith("(set DORSAL_COVERAGE_KEYS)");
    }

    @Test
    void aClinicsOwnPolicyStandsBesideThoseThatShip() throws IOException {
        write(POLICY);
        assertThat(Settings.policies(withOwn()).policies().ids()).contains("harbor-own", "mac-scs-ngs");
    }

    @Test
    void aMistakeInItIsRefusedWithFileAndLine() throws IOException {
        write(POLICY.replace("30 percent\n", "30\n"));
        assertThatThrownBy(() -> Settings.policies(withOwn()))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("harbor-own/2026-01-01.yaml:15:")
                .hasMessageContaining("must be a number of percent");
    }

    @Test
    void aShippedVersionCannotBeReplacedUnnoticed() throws IOException {
        Files.createDirectories(folder.resolve("mac-scs-ngs"));
        Files.writeString(
                folder.resolve("mac-scs-ngs/2021-07-01.yaml"),
                ShippedFiles.policies().stream()
                        .filter(file -> file.name().equals("mac-scs-ngs/2021-07-01.yaml"))
                        .findFirst()
                        .orElseThrow()
                        .text());
        assertThatThrownBy(() -> Settings.policies(withOwn())).hasMessageContaining("was read already");
    }

    private void write(String policy) throws IOException {
        Files.createDirectories(folder.resolve("harbor-own"));
        Files.writeString(folder.resolve("harbor-own/2026-01-01.yaml"), policy);
    }

    private CoverageConfig withOwn() {
        return config(Map.of("dorsal.coverage.policies", folder.toString()));
    }

    private static void check(CoverageConfig config) {
        Settings.merging(config);
        Settings.frontDoor(config);
        Settings.policies(config);
    }

    private static CoverageConfig config(Map<String, String> set) {
        Map<String, String> all = new HashMap<>(Map.of("dorsal.coverage.front-door", "http://127.0.0.1:8080"));
        all.putAll(set);
        return new SmallRyeConfigBuilder()
                .withMapping(CoverageConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(CoverageConfig.class);
    }
}

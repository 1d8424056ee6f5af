package io.dorsal.coverage;

import io.dorsal.coverage.frontdoor.FrontDoorSettings;
import io.dorsal.coverage.policy.PolicyFile;
import io.dorsal.coverage.policy.PolicyRefused;
import io.dorsal.coverage.policy.PolicyShelf;
import io.dorsal.coverage.policy.ShippedFiles;
import io.dorsal.merge.Bounds;
import io.dorsal.merge.Merging;
import io.dorsal.packet.jose.KeyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The configuration, checked: a wrong value stops the start with a sentence that says how to mend it. */
final class Settings {
    private static final Bounds BOUNDS = new Bounds("dorsal.coverage.");

    private Settings() {}

    static Merging merging(CoverageConfig config) {
        return new Merging("coverage", config);
    }

    static FrontDoorSettings frontDoor(CoverageConfig config) {
        String scheme = config.frontDoor().getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw BOUNDS.refused(
                    "front-door",
                    "an address such as http://127.0.0.1:8080",
                    config.frontDoor().toString());
        }
        BOUNDS.range("front-door-timeout", config.frontDoorTimeout(), Duration.ofMillis(100), Duration.ofMinutes(1));
        BOUNDS.range("outcome-bytes-max", config.outcomeBytesMax(), 1 << 16, 1 << 28);
        BOUNDS.range("facts-bytes-max", config.factsBytesMax(), 1 << 16, 1 << 28);
        return new FrontDoorSettings(
                config.frontDoor(), config.frontDoorTimeout(), config.outcomeBytesMax(), config.factsBytesMax());
    }

    /** The keys of this installation; a first one is made where there is none. */
    static KeyFolder keys(CoverageConfig config, Instant now) {
        try {
            return KeyFolder.open(config.keys(), now);
        } catch (IOException e) {
            throw BOUNDS.refused(
                    "keys",
                    "a folder of our own to keep keys in (%s)".formatted(e),
                    config.keys().toString());
        }
    }

    /**
     * The policies that ship, and a clinic's own.
     *
     * @throws PolicyRefused naming every mistake with file and line
     */
    static PolicyShelf policies(CoverageConfig config) {
        List<PolicyFile> own = config.policies().map(Settings::below).orElse(List.of());
        List<PolicyFile> all =
                Stream.concat(ShippedFiles.policies().stream(), own.stream()).toList();
        return PolicyShelf.read(all, ShippedFiles.codes());
    }

    private static List<PolicyFile> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw BOUNDS.refused("policies", "a folder of <id>/<version>.yaml", folder.toString());
        }
        return ShippedFiles.below(folder);
    }
}

package io.dorsal.coverage;

import io.dorsal.merge.MergeConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every setting of this service; docs/configuration.md explains them, {@link Settings} refuses wrong ones. */
@ConfigMapping(prefix = "dorsal.coverage")
public interface CoverageConfig extends MergeConfig {
    @Override
    Consumer consumer();

    /** A folder of policy files, {@code <id>/<version>.yaml}, beside those that ship. */
    Optional<Path> policies();

    /** Where the other services' paths are; follows {@code dorsal.front-door}. */
    URI frontDoor();

    /** How long an answer waits for an outcome. */
    @WithDefault("PT2S")
    Duration frontDoorTimeout();

    /** An outcome longer than this is refused. */
    @WithDefault("8388608")
    int outcomeBytesMax();

    /** Facts of a trial longer than this are refused; they are asked for when a packet is issued. */
    @WithDefault("33554432")
    int factsBytesMax();

    /** The folder of the keys that sign packets; made at the first start, for its owner alone. */
    @WithDefault("keys")
    Path keys();

    /** How facts are read. */
    interface Consumer extends MergeConfig.Consumer {
        @Override
        @WithDefault("coverage-service")
        String group();
    }
}

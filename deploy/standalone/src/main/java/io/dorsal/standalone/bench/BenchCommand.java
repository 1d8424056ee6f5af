package io.dorsal.standalone.bench;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;

/** {@code ./dorsal bench NAME}: the benchmarks. */
@Command(
        name = "bench",
        description = "Measures, and prints ratios and the machine.",
        mixinStandardHelpOptions = true,
        subcommands = {IngestBench.class, LatencyBench.class, CorrectionBench.class, ReadBench.class})
public final class BenchCommand {
    // The library tells its whole configuration at each start; what is asked for here are figures.
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    static {
        KAFKA.setLevel(Level.WARNING);
    }
}

package io.dorsal.standalone.bench;

import picocli.CommandLine.Command;

/** {@code ./dorsal bench NAME}: the benchmarks. */
@Command(
        name = "bench",
        description = "Measures, and prints ratios and the machine.",
        mixinStandardHelpOptions = true,
        subcommands = {IngestBench.class, LatencyBench.class})
public final class BenchCommand {}

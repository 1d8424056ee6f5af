package io.dorsal.standalone.bench;

import io.dorsal.standalone.simulate.http.FrontDoor;
import io.dorsal.standalone.simulate.http.Registry;
import io.dorsal.standalone.simulate.retry.Patience;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dorsal bench ingest}: events through the gateway against the Kafka producer alone, by turns. */
@Command(
        name = "ingest",
        description = "Acknowledged QoS 1 events per second through the gateway, and the Kafka producer alone.",
        mixinStandardHelpOptions = true)
final class IngestBench implements Callable<Integer> {
    private static final int WARM_UP_SECONDS = 2;

    /** Before the first turn: the compilers of both JVMs are done then. */
    private static final int FIRST_WARM_UP_SECONDS = 20;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "a running stack's front door (else Kafka and gateway alone, in a temporary folder)")
    private @Nullable Integer port;

    @Option(names = "--connections", paramLabel = "N", description = "devices (default: ${DEFAULT-VALUE})")
    private int connections = 50;

    @Option(names = "--rounds", paramLabel = "N", description = "turns of each (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(names = "--seconds", paramLabel = "N", description = "measured per turn (default: ${DEFAULT-VALUE})")
    private int seconds = 6;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description = "events under way per device, a multiple of 50 (default: ${DEFAULT-VALUE})")
    private int inFlight = 100;

    /** Each load goes on where the last one ended, so that no event is sent twice. */
    private long nextNumber = EventTemplate.FIRST_NUMBER;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        System.out.println(Machine.line());
        try (BenchStack stack = port == null
                        ? BenchStack.temporary(Set.of("kafka", "device-ingest"))
                        : BenchStack.running(port);
                ScratchTopic topic = ScratchTopic.create(stack.bootstrapServers())) {
            List<LoadDevice> devices = devices(stack);
            ProcessCpu gateway = stack.process("device-ingest")
                    .map(process -> new ProcessCpu(process.pid()))
                    .orElse(null);
            compare(1, stack, topic, devices, gateway);
            compare(50, stack, topic, devices, gateway);
            if (gateway != null) {
                System.out.printf(
                        Locale.ROOT, "gateway memory after the run: %d MiB resident%n", gateway.residentBytes() >> 20);
            }
        }
        return 0;
    }

    private void compare(
            int batch, BenchStack stack, ScratchTopic topic, List<LoadDevice> devices, @Nullable ProcessCpu gateway)
            throws IOException, InterruptedException {
        Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        EventTemplate payload = EventTemplate.usage(batch, at);
        EventTemplate event = EventTemplate.usage(1, at);
        System.out.printf(
                Locale.ROOT,
                "%s (%d bytes an event), QoS 1, %d connections with %d events under way each, %d rounds of %d s by turns:%n",
                batch == 1 ? "single events" : "batches of " + batch,
                event.length(),
                connections,
                inFlight,
                rounds,
                seconds);
        List<Round> through = new ArrayList<>();
        List<Round> alone = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int warmUp = round == 0 ? FIRST_WARM_UP_SECONDS : WARM_UP_SECONDS;
            try (GatewayLoad load = new GatewayLoad(devices, payload, nextNumber, inFlight / batch)) {
                load.open(stack.ports().mqtt());
                through.add(load.run(warmUp, seconds, gateway));
                load.drain();
                nextNumber = load.nextNumber();
            }
            try (ProducerAlone producer =
                    new ProducerAlone(stack.bootstrapServers(), topic.name(), devices, event, connections * inFlight)) {
                alone.add(producer.run(WARM_UP_SECONDS, seconds));
            }
        }
        report(through, alone);
    }

    private static void report(List<Round> through, List<Round> alone) {
        Round gateway = median(through);
        Round producer = median(alone);
        System.out.printf(Locale.ROOT, "  gateway         %,10.0f/s  %s%n", gateway.perSecond(), each(through));
        System.out.printf(Locale.ROOT, "  producer alone  %,10.0f/s  %s%n", producer.perSecond(), each(alone));
        System.out.printf(Locale.ROOT, "  ratio           %10.2f%n", gateway.perSecond() / producer.perSecond());
        System.out.printf(
                Locale.ROOT,
                "  gateway: acknowledged after p50 %.1f ms, p99 %.1f ms; %s CPU seconds per 100,000 events%n",
                gateway.latencyNanos().getValueAtPercentile(50) / 1e6,
                gateway.latencyNanos().getValueAtPercentile(99) / 1e6,
                Double.isNaN(gateway.cpuSeconds())
                        ? "unknown"
                        : String.format(Locale.ROOT, "%.2f", gateway.cpuPer100_000()));
    }

    private static Round median(List<Round> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Round::perSecond))
                .skip((rounds.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String each(List<Round> rounds) {
        return rounds.stream()
                .map(round -> String.format(Locale.ROOT, "%,.0f", round.perSecond()))
                .toList()
                .toString();
    }

    private List<LoadDevice> devices(BenchStack stack) {
        var ids = LoadDevices.numbered("BENCH-INGEST", connections);
        if (port == null) {
            return LoadDevices.throughTopic(stack.bootstrapServers(), ids);
        }
        Registry registry = new Registry(new FrontDoor(stack.frontDoor(), new Patience(() -> false)));
        return LoadDevices.throughRegistry(registry, ids);
    }
}

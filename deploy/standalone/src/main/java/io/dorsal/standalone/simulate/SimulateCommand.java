package io.dorsal.standalone.simulate;

import io.dorsal.standalone.simulate.core.Cohort;
import io.dorsal.standalone.simulate.core.TimeLapse;
import io.dorsal.standalone.simulate.core.TrialPlan;
import io.dorsal.standalone.supervisor.HealthCheck;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./dorsal simulate}: plays simulated stimulators and patients against a running stack. */
@Command(
        name = "simulate",
        description = "Plays N simulated stimulators and patients against a running stack, over MQTT and HTTP only.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private static final int FRONT_DOOR_PORT = 8080;
    private static final int MQTT_PORT = 1883;
    private static final int ROOM_FOR_TIME_LAPSE_DAYS = 5;
    private static final double LOSS_SHARE = 0.005;
    private static final int TRIALS_MAX = 100_000;
    private static final int DAYS_MAX = 56;
    private static final Duration CATCHING_UP_MAX = Duration.ofMinutes(2);

    @Option(names = "--trials", required = true, paramLabel = "N", description = "how many trials, 1 to 100000")
    private int trials;

    @Option(
            names = "--days",
            required = true,
            paramLabel = "D",
            description = "days since the leads were placed, 0 to 56")
    private int days;

    @Option(names = "--seed", required = true, paramLabel = "S", description = "the same seed gives the same facts")
    private long seed;

    @Option(names = "--speed", paramLabel = "X", description = "after the history go on live, X times as fast")
    private @Nullable Double speed;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "stop after this long, such as PT5M (else with Ctrl-C)")
    private Duration live = Duration.ofDays(365);

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "where history ends (else today; with --speed above 1, five days ago)")
    private @Nullable LocalDate until;

    @Option(names = "--loss", description = "devices lose some events before sending them: ledgers will show gaps")
    private boolean loss;

    @Option(names = "--check", description = "compare the platform's ledgers with what was acknowledged")
    private boolean check;

    @Option(names = "--port", paramLabel = "N", description = "the front door's port (default: ${DEFAULT-VALUE})")
    private int port = FRONT_DOOR_PORT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        requireBounds();
        InstantSource clock = InstantSource.system();
        Instant started = clock.instant();
        URI frontDoor = URI.create("http://127.0.0.1:" + port);
        HealthCheck.requireStackAt(frontDoor);
        LocalDate lastDate = lastDate(started);
        Instant lastDateEnds = lastDate.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant historyUntil = lastDateEnds.isBefore(started) ? lastDateEnds : started;
        List<TrialPlan> plans = new Cohort(seed, days, lastDate, loss ? LOSS_SHARE : 0).plans(trials);
        try (StopSignal signal = new StopSignal()) {
            Instant liveEnds = started.plus(live);
            Simulation simulation = new Simulation(
                    plans,
                    frontDoor,
                    port - FRONT_DOOR_PORT + MQTT_PORT,
                    clock,
                    () -> signal.isGiven() || (speed != null && clock.instant().isAfter(liveEnds)));
            Report report = new Report(commandLine().getOut(), simulation, trials);
            report.start();
            simulation.play(historyUntil, speed == null ? null : new TimeLapse(historyUntil, started, speed));
            report.finish();
            return exitStatus(simulation, report, frontDoor);
        }
    }

    private int exitStatus(Simulation simulation, Report report, URI frontDoor) {
        List<String> failures = simulation.failures();
        failures.forEach(report::line);
        if (!check) {
            return failures.isEmpty() ? 0 : 1;
        }
        List<String> differences = simulation.differences(frontDoor, CATCHING_UP_MAX);
        differences.forEach(report::line);
        report.line(
                differences.isEmpty()
                        ? "Every acknowledged event is in the ledgers, exactly once."
                        : "The ledgers differ from what was acknowledged.");
        return failures.isEmpty() && differences.isEmpty() ? 0 : 1;
    }

    private LocalDate lastDate(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (until != null) {
            return until;
        }
        return speed != null && speed > 1 ? today.minusDays(ROOM_FOR_TIME_LAPSE_DAYS) : today;
    }

    private void requireBounds() {
        require(trials >= 1 && trials <= TRIALS_MAX, "--trials must be 1 to " + TRIALS_MAX + ", got " + trials);
        require(days >= 0 && days <= DAYS_MAX, "--days must be 0 to " + DAYS_MAX + ", got " + days);
        require(speed == null || speed > 0, "--speed must be positive, got " + speed);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(commandLine(), otherwise);
        }
    }
}

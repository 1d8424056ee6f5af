package io.dorsal.standalone.command;

import io.dorsal.embedded.DorsalHome;
import io.dorsal.standalone.Refusal;
import io.dorsal.standalone.Stack;
import io.dorsal.standalone.supervisor.Ports;
import io.dorsal.standalone.supervisor.StackFolder;
import io.dorsal.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./dorsal up}: starts the stack and keeps it running until Ctrl-C or SIGTERM. */
@Command(name = "up", description = "Starts everything on this machine.", mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    /** How the line begins that says where the stack answers; it is the last one of a start. */
    static final String ADDRESS_LINE = "Dorsal is at ";

    private static final int PORT_MIN = 8080 - 1883 + 1024;
    private static final int PORT_MAX = 65_535 - 19_093 + 8080;

    @Mixin
    private DataFolderOption data = new DataFolderOption();

    @Option(names = "--no-demo", description = "Starts empty, without the demo clinic.")
    private boolean noDemo;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Where the front door listens; every other port moves by the same distance.")
    private int port;

    @Option(names = "--detach", description = "Returns when all is ready; ./dorsal down stops it.")
    private boolean detach;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port != Ports.FRONT_DOOR_BY_DEFAULT && (port < PORT_MIN || port > PORT_MAX)) {
            throw new Refusal("expected --port from " + PORT_MIN + " to " + PORT_MAX
                    + ", so that every other port stays between 1024 and 65535, got " + port);
        }
        return detach ? new DetachedStart(data.root(), port, noDemo).run() : runHere();
    }

    private int runHere() throws IOException, InterruptedException {
        StackFolder folder = data.open();
        Ports ports = Ports.withFrontDoorAt(port);
        Supervisor supervisor = Supervisor.open(folder, ports, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop-in-order"));
        supervisor.start(new Stack(DorsalHome.find(), folder, ports).parts(!noDemo));
        supervisor.say(ADDRESS_LINE + "http://localhost:" + ports.frontDoor() + "  (MQTT " + ports.mqtt() + ", TLS "
                + ports.mqttTls() + "; this machine only)");
        // The shutdown hook ends it.
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stop(Supervisor supervisor) {
        try {
            supervisor.close();
        } catch (IOException e) {
            System.err.println("dorsal: could not stop cleanly: " + e);
        }
    }
}

package io.dorsal.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further JVMs, which run on the same Java as this one. */
public final class JavaCommand {
    private JavaCommand() {}

    /** A main class of this module. {@code flags}: further ones of the JVM. */
    public static List<String> ofThisModule(Path home, List<String> flags, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-Ddorsal.home=" + home));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** A packaged Quarkus application, started in its own folder. */
    public static List<String> ofService(int heapMebibytes) {
        return List.of(
                java(),
                "-Xmx" + heapMebibytes + "m",
                // One small heap: the serial collector needs the least memory and no threads of its own.
                "-XX:+UseSerialGC",
                // Half a service is worse than one that is started again.
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                "quarkus-run.jar");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

package io.dorsal.standalone;

import io.dorsal.embedded.DorsalHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further JVMs, which run on the same Java as this one. */
public final class JavaCommand {
    /** Half a part is worse than one that is started again. */
    private static final String EXIT_RATHER_THAN_LIMP = "-XX:+ExitOnOutOfMemoryError";

    private JavaCommand() {}

    /** A main class of this module that belongs to the stack under that name. */
    public static List<String> ofPart(String name, int heapMebibytes, String mainClass, List<String> arguments) {
        List<String> flags = new ArrayList<>(DorsalHome.classArchiveFlags(name));
        flags.add("-Xmx" + heapMebibytes + "m");
        flags.add(EXIT_RATHER_THAN_LIMP);
        return ofThisModule(flags, mainClass, arguments);
    }

    /** A main class of this module. {@code flags}: further ones of the JVM. */
    public static List<String> ofThisModule(List<String> flags, String mainClass, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-Ddorsal.home=" + DorsalHome.find()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** A packaged Quarkus application, started in its own folder. */
    public static List<String> ofService(String name, int heapMebibytes) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + heapMebibytes + "m",
                // One small heap: the serial collector needs the least memory and no threads of its own.
                "-XX:+UseSerialGC",
                EXIT_RATHER_THAN_LIMP));
        command.addAll(DorsalHome.classArchiveFlags(name));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return List.copyOf(command);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

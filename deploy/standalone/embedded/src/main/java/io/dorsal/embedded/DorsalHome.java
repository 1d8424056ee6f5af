package io.dorsal.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root folder of the source tree: the system property {@code dorsal.home}, or the nearest one upwards. */
public final class DorsalHome {
    private static final String BROKER = "deploy/standalone/broker";

    private DorsalHome() {}

    public static Path find() {
        String named = System.getProperty("dorsal.home");
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        Path here = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(BROKER).resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("expected to run somewhere inside Dorsal's folder, got " + here
                + " (set the system property dorsal.home to the folder that holds ./dorsal)");
    }

    /**
     * Flags that let a JVM keep its loaded classes from one run to the next, in half the time to ready.
     *
     * <p>The first clean stop writes the archive, which takes some seconds; an archive of another JDK or of other jars
     * is replaced in the same way. Works from JDK 19 on, so that one way serves JDK 21 and 25.
     */
    public static List<String> classArchiveFlags(String name) {
        Path archive = find().resolve("target").resolve("class-archives").resolve(name + ".jsa");
        try {
            Files.createDirectories(Folders.holding(archive));
        } catch (IOException e) {
            throw new UncheckedIOException("expected to write to " + archive, e);
        }
        return List.of(
                "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off,cds+dynamic=off");
    }

    /** Kafka's own class path, as the broker module's build leaves it. */
    public static String brokerClassPath() {
        Path target = find().resolve(BROKER).resolve("target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new IllegalStateException("expected Kafka's jars in " + target
                    + "/lib, got no such folder (build it: mvn -pl deploy/standalone/broker process-classes)");
        }
        return target.resolve("*") + ":" + target.resolve("lib").resolve("*");
    }
}

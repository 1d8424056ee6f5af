package io.dorsal.coverage.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The policy files on the class path. A jar cannot be listed everywhere that Dorsal runs, so {@code policies/index}
 * names them; a test holds it to the folder.
 */
public final class ShippedFiles {
    private static final String FOLDER = "/policies/";

    private ShippedFiles() {}

    public static List<PolicyFile> policies() {
        return text("index")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(ShippedFiles::file)
                .toList();
    }

    public static PolicyFile codes() {
        return file(ShippedCodes.FILE);
    }

    /**
     * A clinic's own policy files, beside those that ship.
     *
     * @param folder holds {@code <id>/<version>.yaml}
     */
    public static List<PolicyFile> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .filter(path -> folder.relativize(path).getNameCount() == 2)
                    .sorted()
                    .map(path -> read(folder, path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the policies below " + folder, e);
        }
    }

    private static PolicyFile read(Path folder, Path path) {
        try {
            String name = folder.relativize(path).toString().replace('\\', '/');
            return new PolicyFile(name, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the policy " + path, e);
        }
    }

    private static PolicyFile file(String name) {
        return new PolicyFile(name, text(name));
    }

    private static String text(String name) {
        try (InputStream in = ShippedFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "policies/%s is not on the class path; is the build whole?".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read policies/" + name, e);
        }
    }
}

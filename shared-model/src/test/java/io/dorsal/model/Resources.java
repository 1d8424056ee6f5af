package io.dorsal.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Test resources as files: the wire samples (append-only), the hostile and the welcome inputs. */
public final class Resources {
    private static final Path ROOT = Path.of("src/test/resources");

    private Resources() {}

    public static List<Path> wireSamples(String prefix) {
        try (Stream<Path> files = Files.list(ROOT.resolve("wire"))) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new AssertionError("No wire sample starts with " + prefix);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> hostileLines(String file) {
        return lines("hostile/" + file);
    }

    public static List<String> lines(String file) {
        try {
            return Files.readAllLines(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

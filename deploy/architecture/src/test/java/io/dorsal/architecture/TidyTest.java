package io.dorsal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Style that a reader would otherwise have to point out, in the manner of TigerBeetle's tidy. */
class TidyTest {
    private static final int FILE_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 50;

    private static List<Path> java;
    private static List<JavaSource> parsed;

    @BeforeAll
    static void parseEverySource() {
        java = Tree.sources(".java");
        parsed = JavaSource.parse(java);
    }

    @Test
    void noFileIsTooLong() {
        var tooLong = Tree.sources(".java", ".js", ".css", ".html").stream()
                .filter(file -> lines(file) > FILE_LINES_MAX)
                .map(file -> Tree.ROOT.relativize(file) + " has " + lines(file) + " lines");
        assertThat(tooLong)
                .as("files over %d lines: find the second responsibility and give it a file", FILE_LINES_MAX)
                .isEmpty();
    }

    @Test
    void noMethodIsTooLong() {
        var tooLong = parsed.stream()
                .flatMap(JavaSource::methods)
                .filter(method -> method.lines() > METHOD_LINES_MAX)
                .map(Object::toString);
        assertThat(tooLong)
                .as("methods over %d lines: name the steps and make each a method", METHOD_LINES_MAX)
                .isEmpty();
    }

    @Test
    void everyMainTypeSaysWhatItIs() {
        var silent = parsed.stream()
                .filter(source -> source.path().contains("src/main/java"))
                .flatMap(JavaSource::typesWithoutDoc);
        assertThat(silent)
                .as("top-level types without a doc comment: say in one sentence what it is")
                .isEmpty();
    }

    @Test
    void testsWaitForFactsNotForTime() {
        var sleeping = java.stream()
                .filter(file -> file.toString().contains("src/test/java"))
                .filter(file -> !file.endsWith("TidyTest.java"))
                .filter(file -> text(file).contains("Thread.sleep("))
                .map(file -> Tree.ROOT.relativize(file).toString());
        assertThat(sleeping)
                .as("tests that sleep: wait for the fact with Awaitility")
                .isEmpty();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}

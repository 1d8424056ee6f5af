package io.dorsal.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The repository as it lies on disk: every module's sources and compiled classes. */
final class Tree {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".dorsal");

    /** Surefire runs in the module's folder, {@code deploy/architecture}. */
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Tree() {}

    /** The compiled main classes of every module; fails if a module with sources has none. */
    static JavaClasses mainClasses() {
        var folders = modulesWithSources().stream()
                .map(module -> module.resolve("target/classes"))
                .toList();
        for (var folder : folders) {
            if (!Files.isDirectory(folder) || filesBelow(folder, ".class").isEmpty()) {
                throw new AssertionError(
                        "no classes in " + ROOT.relativize(folder) + ": run `mvn verify` from the root of the tree");
            }
        }
        return new ClassFileImporter().importPaths(folders);
    }

    /** Every file of ours with one of these endings, in a stable order; fails if there is none. */
    static List<Path> sources(String... endings) {
        var found = filesBelow(ROOT, endings);
        if (found.isEmpty()) {
            throw new AssertionError("no source file below " + ROOT + ": is this the tree?");
        }
        return found;
    }

    private static List<Path> modulesWithSources() {
        var modules = sources("pom.xml").stream()
                .map(Path::getParent)
                .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                .toList();
        if (modules.isEmpty()) {
            throw new AssertionError("no module below " + ROOT + ": is this the tree?");
        }
        return modules;
    }

    private static List<Path> filesBelow(Path folder, String... endings) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    var ours = dir.equals(folder)
                            || !NOT_OURS.contains(dir.getFileName().toString());
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (List.of(endings).stream().anyMatch(file.toString()::endsWith)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return found.stream().sorted().toList();
    }
}

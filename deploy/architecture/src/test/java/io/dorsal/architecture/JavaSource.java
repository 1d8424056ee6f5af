package io.dorsal.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One Java file as the compiler's own parser reads it; nothing is resolved, so no class path is needed. */
record JavaSource(String path, CompilationUnitTree unit, DocTrees trees) {
    /** How long a method is, and where. */
    record Method(String path, String name, long line, long lines) {
        @Override
        public String toString() {
            return "%s:%d %s has %d lines".formatted(path, line, name, lines);
        }
    }

    static List<JavaSource> parse(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var trees = DocTrees.instance(task);
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> new JavaSource(relative(unit), unit, trees))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot parse the tree", e);
        }
    }

    Stream<Method> methods() {
        var found = new ArrayList<Method>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                var from = line(trees.getSourcePositions().getStartPosition(unit, method));
                var to = line(trees.getSourcePositions().getEndPosition(unit, method));
                found.add(new Method(path, method.getName().toString(), from, to - from + 1));
                return super.visitMethod(method, unused);
            }
        }.scan(unit, null);
        return found.stream();
    }

    Stream<String> typesWithoutDoc() {
        var top = new TreePath(unit);
        return unit.getTypeDecls().stream()
                .filter(type -> type.getKind() != Kind.EMPTY_STATEMENT)
                .filter(type -> trees.getDocComment(new TreePath(top, type)) == null)
                .map(type -> path + " " + (type instanceof ClassTree named ? named.getSimpleName() : ""));
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private static String relative(CompilationUnitTree unit) {
        return Tree.ROOT.relativize(Path.of(unit.getSourceFile().toUri())).toString();
    }
}

package io.dorsal.standalone.stack;

import io.dorsal.standalone.bench.BenchStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The packaged stack in a temporary folder, started once for all integration tests that register this. */
final class SharedStack implements BeforeAllCallback {
    private @Nullable BenchStack stack;

    @Override
    public void beforeAll(ExtensionContext context) {
        // JUnit closes what its root holds when the last test is over. A shutdown hook would be too late: surefire
        // halts a JVM that takes its time to end, and Kafka and PostgreSQL would go on without it.
        stack = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(SharedStack.class, key -> start(), BenchStack.class);
    }

    BenchStack running() {
        return Objects.requireNonNull(stack, "JUnit starts it before the first test");
    }

    private static BenchStack start() {
        try {
            return BenchStack.temporary(Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException("expected the packaged stack to start", e);
        }
    }
}

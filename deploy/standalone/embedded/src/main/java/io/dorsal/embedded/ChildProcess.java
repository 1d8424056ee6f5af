package io.dorsal.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A child whose output is read all the time, so that it never blocks on a full pipe; keeps its last words. */
final class ChildProcess {
    private static final int LINES_KEPT_MAX = 60;

    private final String name;
    private final Process process;
    private final ArrayDeque<String> lastLines = new ArrayDeque<>();
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);
    private final Predicate<String> isReadyLine;
    private volatile boolean ready;

    private ChildProcess(String name, Process process, Predicate<String> isReadyLine) {
        this.name = name;
        this.process = process;
        this.isReadyLine = isReadyLine;
    }

    static ChildProcess start(String name, List<String> command, Predicate<String> isReadyLine) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ChildProcess child = new ChildProcess(name, process, isReadyLine);
        Thread reader = new Thread(child::readOutput, "output-of-" + name);
        reader.setDaemon(true);
        reader.start();
        return child;
    }

    void awaitReady(Duration timeout) {
        try {
            if (!readyOrEnded.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (!ready) {
            throw new IllegalStateException(
                    "expected " + name + " to be ready within " + timeout + ", got:\n" + lastWords());
        }
    }

    Process process() {
        return process;
    }

    /** Waits for the end; after the timeout the child is killed. */
    void awaitEnd(Duration timeout) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                if (isReadyLine.test(line)) {
                    ready = true;
                    readyOrEnded.countDown();
                }
            }
        } catch (IOException e) {
            // A pipe that breaks means that the child has ended.
        }
        readyOrEnded.countDown();
    }

    private synchronized void keep(String line) {
        if (lastLines.size() == LINES_KEPT_MAX) {
            lastLines.removeFirst();
        }
        lastLines.addLast(line);
    }

    private synchronized String lastWords() {
        return String.join("\n", lastLines);
    }
}

package io.dorsal.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that nobody listens on at this moment, each handed out once by this JVM.
 *
 * <p>From below the kernel's own range (32768 and up), out of which it serves outgoing connections: a port from there can
 * be taken between its choice and its use, or while its server is being killed, even by a client's retry to that very port.
 */
public final class FreePorts {
    private static final int FIRST = 15_000;
    private static final int COUNT = 17_000;

    /** At random, so that two JVMs that begin at once rarely meet. */
    private static final int START = ThreadLocalRandom.current().nextInt(COUNT);

    private static final AtomicInteger TRIED = new AtomicInteger();

    private FreePorts() {}

    public static int next() {
        for (int tried = TRIED.getAndIncrement(); tried < COUNT; tried = TRIED.getAndIncrement()) {
            int port = FIRST + (START + tried) % COUNT;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "expected a free port from " + FIRST + " to " + (FIRST + COUNT - 1) + " on loopback, got none");
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}

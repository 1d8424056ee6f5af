package io.dorsal.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that nobody listens on at this moment. */
public final class FreePorts {
    private FreePorts() {}

    /** The system hands out ephemeral ports in turn, so two callers get different ones in practice. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("expected a free port on loopback, got none", e);
        }
    }
}

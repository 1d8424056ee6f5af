package io.dorsal.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * One question to a port of this machine, with one bound on all of it: a process that is frozen still accepts connections,
 * since the kernel does that for it, and never answers.
 */
final class LoopbackQuestion {
    static final Duration BOUND = Duration.ofSeconds(2);

    private LoopbackQuestion() {}

    /** What tells a right answer from none or a wrong one; a broken or late answer is an exception. */
    @FunctionalInterface
    interface Answer {
        boolean isRight(DataInputStream answer) throws IOException;
    }

    static boolean isAnswered(int port, byte[] question, Answer expected) {
        long end = System.nanoTime() + BOUND.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millisUntil(end));
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(question);
            return expected.isRight(new DataInputStream(new BoundedInput(socket, end)));
        } catch (IOException | IllegalArgumentException e) {
            // Nobody listens, or no port of this machine could ever have this number.
            return false;
        }
    }

    private static int millisUntil(long end) throws SocketTimeoutException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer within " + BOUND);
        }
        return (int) left;
    }

    /** Each byte of an answer that trickles has only what is left of the whole bound. */
    private static final class BoundedInput extends InputStream {
        private final Socket socket;
        private final long end;

        BoundedInput(Socket socket, long end) {
            this.socket = socket;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            socket.setSoTimeout(millisUntil(end));
            return socket.getInputStream().read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            socket.setSoTimeout(millisUntil(end));
            return socket.getInputStream().read(bytes, offset, length);
        }
    }
}

package io.dorsal.standalone;

import io.dorsal.standalone.demo.Demo;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** The demo clinic as a process of the stack: plays until SIGTERM, outside the platform like any clinic. */
public final class DemoProcess {
    private DemoProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread player = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, player), "stop-demo"));
        Demo.play(URI.create("http://127.0.0.1:" + arguments[0]), Integer.parseInt(arguments[1]), stop::get);
    }

    private static void stop(AtomicBoolean stop, Thread player) {
        stop.set(true);
        player.interrupt();
    }
}

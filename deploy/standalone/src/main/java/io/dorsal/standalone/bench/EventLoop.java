package io.dorsal.standalone.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one thread on which load connections live. */
final class EventLoop implements AutoCloseable {
    private static final Duration REGISTRATION_MAX = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));

    /** Opens all, waiting for devices that were registered just now and may not be known everywhere. */
    void open(List<LoadConnection> connections, int port) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + REGISTRATION_MAX.toNanos();
        for (LoadConnection connection : connections) {
            while (true) {
                try {
                    await(connection.open(client, port));
                    break;
                } catch (IOException e) {
                    if (System.nanoTime() > deadline) {
                        throw e;
                    }
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        }
    }

    /** Returns when the action has run on the loop. */
    void run(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        vertx.nettyEventLoopGroup().next().execute(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }

    void every(Duration period, Runnable action) {
        vertx.setPeriodic(period.toMillis(), timer -> action.run());
    }

    private static void await(Future<Void> open) throws InterruptedException, IOException {
        try {
            open.toCompletionStage().toCompletableFuture().get(REGISTRATION_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The gateway did not take a connection: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}

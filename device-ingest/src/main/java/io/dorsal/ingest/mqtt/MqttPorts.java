package io.dorsal.ingest.mqtt;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** The open MQTT ports of this gateway. */
public final class MqttPorts {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Vertx vertx;
    private final Node node;
    private final int listenersPerPort;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> deployments = new ArrayList<>();

    public MqttPorts(Vertx vertx, Node node, int listenersPerPort) {
        this.vertx = vertx;
        this.node = node;
        this.listenersPerPort = listenersPerPort;
    }

    /**
     * Listens; returns the actual port, which differs from the wanted one only where that is 0.
     *
     * @throws IllegalStateException saying which port cannot be had
     */
    public int open(String host, int port, NetServerOptions options) {
        AtomicInteger actualPort = new AtomicInteger();
        // For Vert.x a negative number is a free port that all listeners of that number share.
        int shared = port == 0 ? -1 - deployments.size() : port;
        NetServerOptions listening = options.setHost(host).setPort(shared).setTcpNoDelay(true);
        Future<String> deployed = vertx.deployVerticle(
                () -> new MqttListener(listening, node, connections, actualPort),
                new DeploymentOptions().setInstances(listenersPerPort));
        try {
            deployments.add(deployed.toCompletionStage().toCompletableFuture().join());
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "expected to listen on %s:%d, got %s".formatted(host, port, e.getCause()), e.getCause());
        }
        return actualPort.get();
    }

    /** Takes nothing new, answers what is in flight as far as {@code grace} goes, says goodbye, and closes. */
    public void close(Duration grace) {
        node.sessions().close();
        long deadline = System.nanoTime() + grace.toNanos();
        while (!node.sessions().all().isEmpty() && System.nanoTime() - deadline < 0) {
            pause();
        }
        deployments.forEach(deployment -> vertx.undeploy(deployment)
                .toCompletionStage()
                .toCompletableFuture()
                .join());
        deployments.clear();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

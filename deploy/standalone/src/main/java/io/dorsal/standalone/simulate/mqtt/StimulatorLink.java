package io.dorsal.standalone.simulate.mqtt;

import io.dorsal.model.DeviceId;
import io.dorsal.standalone.simulate.retry.Patience;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A stimulator's way to the platform: what is published stays with the stimulator until it is acknowledged, through lost
 * connections and refusals. One payload is under way at a time, so memory is bounded by it.
 */
public final class StimulatorLink implements AutoCloseable {
    /** Longer than the gateway's own limit, so that its answer comes first. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(130);

    private final Broker broker;
    private final DeviceId device;
    private final String secret;
    private final boolean mqtt5;
    private final Patience patience;
    private @Nullable Session session;

    public StimulatorLink(Broker broker, DeviceId device, String secret, Patience patience) {
        this.broker = broker;
        this.device = device;
        this.secret = secret;
        this.mqtt5 = (device.value().hashCode() & 1) == 0;
        this.patience = patience;
    }

    /** Returns when the platform has promised to keep the payload. */
    public void publish(byte[] payload) {
        patience.until(() -> {
            try {
                await(connected().publish(payload));
                return payload;
            } catch (ExecutionException | TimeoutException e) {
                // Whatever happened to this connection, a new one says it anew; repeating is harmless.
                close();
                if (e.getCause() instanceof Patience.Hopeless hopeless) {
                    throw hopeless;
                }
                throw e;
            }
        });
    }

    private Session connected() throws ExecutionException, TimeoutException, InterruptedException {
        Session current = session;
        if (current == null) {
            current = mqtt5 ? new Mqtt5Session(broker, device, secret) : new Mqtt3Session(broker, device, secret);
            await(current.connect());
            session = current;
        }
        return current;
    }

    private static void await(CompletableFuture<?> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        answer.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        Session current = session;
        session = null;
        if (current != null) {
            current.disconnect();
        }
    }
}

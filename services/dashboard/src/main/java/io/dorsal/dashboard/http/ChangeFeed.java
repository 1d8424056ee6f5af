package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Change;
import io.dorsal.dashboard.core.Changes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands changes to every open stream. A stream keeps a bounded number of events for a slow reader; one more ends it, and
 * the browser comes back and reads the page afresh. Nothing is lost by that, since an event only says what to look at.
 */
@ApplicationScoped
public class ChangeFeed implements Changes {
    private final int streamsMax;
    private final int bufferMax;
    private final Set<MultiEmitter<? super Change>> listeners = ConcurrentHashMap.newKeySet();

    public ChangeFeed(WebSettings settings, MeterRegistry meters) {
        this.streamsMax = settings.streamsMax();
        this.bufferMax = settings.streamBufferMax();
        Gauge.builder("dorsal.dashboard.streams", listeners, Set::size)
                .description("Open event streams")
                .register(meters);
    }

    @Override
    public void publish(Change change) {
        listeners.removeIf(listener -> {
            listener.emit(change);
            return listener.isCancelled();
        });
    }

    /** The changes from now on; empty when no more streams may be opened. */
    Optional<Multi<Change>> listen() {
        forgetEnded();
        if (listeners.size() >= streamsMax) {
            return Optional.empty();
        }
        return Optional.of(Multi.createFrom()
                .<Change>emitter(listeners::add, BackPressureStrategy.IGNORE)
                .onOverflow()
                .buffer(bufferMax)
                .onTermination()
                .invoke(this::forgetEnded));
    }

    private void forgetEnded() {
        listeners.removeIf(MultiEmitter::isCancelled);
    }
}

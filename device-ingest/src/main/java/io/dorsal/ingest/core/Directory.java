package io.dorsal.ingest.core;

import io.dorsal.model.device.Registration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The registered devices, as far as they are known here. */
public interface Directory {
    /** True once everything that was registered before this gateway started is known. */
    boolean isComplete();

    @Nullable
    Registration find(String device);

    /**
     * Calls back exactly once, on any thread: when {@code device} is registered anew, when the time is over, or at once
     * when too many wait already.
     */
    void awaitNews(String device, Duration timeout, Runnable then);
}

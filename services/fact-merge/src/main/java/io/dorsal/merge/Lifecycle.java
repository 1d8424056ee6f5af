package io.dorsal.merge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Starts the threads of this service, and ends them while PostgreSQL can still be reached. Whatever hangs meanwhile, the
 * waits of {@link #stop} sum up to 22 s, which leaves time before whoever stops this process kills it.
 */
@ApplicationScoped
public class Lifecycle {
    private final MergeConfig config;
    private final Consuming consuming;
    private final Publishing publishing;
    private final Progress progress;

    public Lifecycle(Merging merging, Consuming consuming, Publishing publishing, Progress progress) {
        this.config = merging.config();
        this.consuming = consuming;
        this.publishing = publishing;
        this.progress = progress;
    }

    public void start(@Observes StartupEvent event) {
        publishing.start();
        if (config.consumer().enabled()) {
            consuming.start();
        }
        progress.start();
    }

    public void stop(@Observes ShutdownEvent event) throws InterruptedException {
        progress.stop();
        consuming.stop();
        publishing.stop();
    }
}

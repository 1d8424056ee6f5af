package io.dorsal.responder;

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
    private final ResponderConfig config;
    private final Consuming consuming;
    private final Publishing publishing;
    private final Progress progress;

    Lifecycle(ResponderConfig config, Consuming consuming, Publishing publishing, Progress progress) {
        this.config = config;
        this.consuming = consuming;
        this.publishing = publishing;
        this.progress = progress;
    }

    void start(@Observes StartupEvent event) {
        Settings.check(config);
        publishing.start();
        if (config.consumer().enabled()) {
            consuming.start();
        }
        progress.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        progress.stop();
        consuming.stop();
        publishing.stop();
    }
}

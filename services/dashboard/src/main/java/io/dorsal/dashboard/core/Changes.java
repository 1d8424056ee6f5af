package io.dorsal.dashboard.core;

/** Who wants to hear of changes. Must not block. */
public interface Changes {
    void publish(Change change);
}
